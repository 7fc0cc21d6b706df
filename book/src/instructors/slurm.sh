#!/usr/bin/env bash
#SBATCH --job-name=grade-class
#SBATCH --array=1-8
#SBATCH --cpus-per-task=8
#SBATCH --mem-per-cpu=2G
#SBATCH --time=02:00:00
#SBATCH --output=grade-%A-%a.log

# Grades a class on eight nodes: `sbatch slurm.sh` from the folder of the course, with the submissions in submissions/. A job that
# is ended and started again goes on where it was. When all of them are done, one line joins the results:
#
#     cargo xtask merge results/* --out class

set -uo pipefail
cd "$SLURM_SUBMIT_DIR" || exit 2

# A target folder for each node: two cargos that share one wait for each other.
export CARGO_TARGET_DIR="${TMPDIR:-/tmp}/grade-$SLURM_ARRAY_JOB_ID-$SLURM_ARRAY_TASK_ID"

cargo xtask grade submissions/* --sandbox require --jobs "$SLURM_CPUS_PER_TASK" \
    --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --out "results/$SLURM_ARRAY_TASK_ID" --resume
status=$?

# Status 1 says that marks were lost, as in any class: the job has done its work.
[ "$status" -le 1 ]
