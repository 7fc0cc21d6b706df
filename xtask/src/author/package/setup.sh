#!/usr/bin/env bash
# Gradescope runs this once, while it builds the image: everything that needs the network happens here.
set -euo pipefail

export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install --yes --no-install-recommends ca-certificates curl gcc libc6-dev

curl --proto '=https' --tlsv1.2 --silent --show-error --fail https://sh.rustup.rs \
    | sh -s -- -y --profile minimal --default-toolchain stable
. "$HOME/.cargo/env"

# Grades the untouched exercises, and so compiles all that grading needs. They have lost marks, which is status 1.
cd "${AUTOGRADER:-/autograder}/source/course"
cargo xtask grade exercises --format csv || [ $? -eq 1 ]
cargo xtask doctor || true
