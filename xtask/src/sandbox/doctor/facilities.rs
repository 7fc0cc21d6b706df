//! The four facilities of the sandbox: which are available, and how to get the others.

use crate::sandbox::{Sandbox, why_missing};
use std::fs;

pub struct Facility {
    pub name: &'static str,
    pub keeps_from: &'static str,
    /// Why, and how to get it.
    pub missing: Option<(String, String)>,
}

pub fn all(sandbox: &Sandbox) -> Vec<Facility> {
    let available = sandbox.protection;
    let all = [
        ("namespaces", "seeing other processes and the network, and from leaving any behind", available.namespaces),
        ("landlock", "reading and writing files other than their own", available.landlock),
        ("seccomp", "starting programs, opening sockets, looking into others", available.seccomp),
        ("rlimits", "using up memory, processor time and disk", available.rlimits),
    ];
    let missing = |name: &str| {
        if !cfg!(target_os = "linux") {
            return (
                "only Linux has it".to_owned(),
                "grade on Linux: a virtual machine or a container will do".to_owned(),
            );
        }
        (why_missing(&sandbox.program, name), fix(name))
    };
    all.map(|(name, keeps_from, there)| Facility { name, keeps_from, missing: (!there).then(|| missing(name)) }).into()
}

/// What an administrator can do, depending on the kernel's settings.
fn fix(name: &str) -> String {
    let setting = |file: &str| fs::read_to_string(file).unwrap_or_default().trim().to_owned();
    match name {
        "namespaces" if setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns") == "1" => {
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0".into()
        }
        "namespaces" if setting("/proc/sys/kernel/unprivileged_userns_clone") == "0" => {
            "sudo sysctl kernel.unprivileged_userns_clone=1".into()
        }
        "namespaces" if setting("/proc/sys/user/max_user_namespaces") == "0" => {
            "sudo sysctl user.max_user_namespaces=10000".into()
        }
        "namespaces" => "in a container: start it with `--security-opt seccomp=unconfined`, \
                         or grade outside of it; Landlock and seccomp hold without them, too"
            .into(),
        "landlock" => "needs Linux 5.13 or later, with `landlock` in the kernel's parameter `lsm=`; \
                       `cat /sys/kernel/security/lsm` shows what is on"
            .into(),
        "seccomp" => "needs a kernel with CONFIG_SECCOMP_FILTER, on x86_64, aarch64 or riscv64".into(),
        _ => "look for limits that are already lower: `ulimit -Ha`".into(),
    }
}
