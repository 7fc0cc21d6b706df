//! The four facilities of Linux.

use super::policy::{Policy, Protection};
use super::protocol::POLICY_VARIABLE;
use anyhow::{Context, Result, bail};
use landlock::{
    ABI, Access, AccessFs, AccessNet, CompatLevel, Compatible, Ruleset, RulesetAttr, RulesetCreated,
    RulesetCreatedAttr, RulesetStatus, Scope, path_beneath_rules,
};
use nix::libc;
use nix::mount::{MsFlags, mount};
use nix::sched::{CloneFlags, unshare};
use nix::sys::prctl;
use nix::sys::resource::{Resource, UsageWho, getrusage, setrlimit};
use nix::sys::signal::Signal;
use nix::sys::time::TimeValLike;
use nix::unistd::{fexecve, getgid, getuid};
use rustix::thread::{CapabilitiesSecureBits, set_capabilities_secure_bits};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ffi::{CString, OsStr, OsString};
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// What every program needs to start: its libraries, and /dev/null, but not /dev/zero or /dev/urandom, which a source
/// file could include and never reach the end of.
const SYSTEM: [&str; 7] = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/nix/store", "/etc/ld.so.cache", "/dev/null"];

/// What a program needs in addition if it starts others, such as the linker. These folders may contain sources with
/// unsafe code, so the process that compiles a submission's sources does not get them.
const PROGRAMS: [&str; 3] = ["/usr", "/bin", "/etc/alternatives"];

/// The version of Landlock whose rights are requested. An older kernel grants fewer; `probe` tests the essential ones.
const LANDLOCK: ABI = ABI::V6;

/// Moves this process into new namespaces. The next process that it starts is the first of a new PID namespace.
pub fn enter_namespaces() -> Result<()> {
    let (user, group) = (getuid(), getgid());
    let flags = CloneFlags::CLONE_NEWUSER
        | CloneFlags::CLONE_NEWPID
        | CloneFlags::CLONE_NEWNET
        | CloneFlags::CLONE_NEWIPC
        | CloneFlags::CLONE_NEWUTS;
    unshare(flags).context("user namespaces are not allowed on this machine")?;
    fs::write("/proc/self/setgroups", "deny").context("failed to give up groups")?;
    // Root inside the namespace, so that folders can be hidden; given up before any other program starts.
    fs::write("/proc/self/uid_map", format!("0 {user} 1")).context("failed to map the user")?;
    fs::write("/proc/self/gid_map", format!("0 {group} 1")).context("failed to map the group")?;
    Ok(())
}

/// Mounts empty folders over these, for this process and those that it starts.
fn hide(folders: &[PathBuf]) -> Result<()> {
    unshare(CloneFlags::CLONE_NEWNS).context("failed to enter a mount namespace")?;
    let none: Option<&str> = None;
    mount(none, "/", none, MsFlags::MS_REC | MsFlags::MS_PRIVATE, none).context("failed to make the mounts private")?;
    let flags = MsFlags::MS_NOSUID | MsFlags::MS_NODEV | MsFlags::MS_RDONLY;
    for folder in folders {
        mount(Some("tmpfs"), folder, Some("tmpfs"), flags, none)
            .with_context(|| format!("failed to hide {}", folder.display()))?;
    }
    Ok(())
}

/// Makes the kernel kill this process when its parent ends.
pub fn die_with_parent() -> Result<()> {
    Ok(prctl::set_pdeathsig(Signal::SIGKILL)?)
}

/// What all children that have ended used together.
pub fn processor_time_of_children() -> Duration {
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { return Duration::ZERO };
    let time = usage.user_time() + usage.system_time();
    Duration::from_micros(u64::try_from(time.num_microseconds()).unwrap_or_default())
}

/// Applies the policy to this process and executes the program in its place.
pub fn exec(program: &OsStr, arguments: &[OsString], policy: &Policy, protection: Protection) -> Result<Infallible> {
    if policy.processes {
        restrict(policy, protection)?;
        return Err(Command::new(program).args(arguments).env_remove(POLICY_VARIABLE).exec().into());
    }
    // Opened before it is hidden, since a program need not be able to read itself. And executed by its descriptor, so
    // that the filter can refuse `execve`: otherwise safe Rust could replace this program with any other.
    let open = File::open(program).with_context(|| format!("failed to open {}", program.to_string_lossy()))?;
    let text = |text: &OsStr| CString::new(text.as_bytes()).context("an argument contains a zero byte");
    // Without the folders that lead to it, which are the instructor's.
    let name = std::path::Path::new(program).file_name().unwrap_or(program);
    let arguments = std::iter::once(name).chain(arguments.iter().map(OsString::as_os_str)).map(text);
    let arguments = arguments.collect::<Result<Vec<_>>>()?;
    let variables = std::env::vars_os().filter(|(name, _)| name != POLICY_VARIABLE).map(|(name, value)| {
        let mut pair = name;
        pair.push("=");
        pair.push(value);
        text(&pair)
    });
    let variables = variables.collect::<Result<Vec<_>>>()?;
    restrict(policy, protection)?;
    Ok(fexecve(open, &arguments, &variables)?)
}

/// Gives up every right that the policy does not grant. There is no way back.
pub fn restrict(policy: &Policy, protection: Protection) -> Result<()> {
    if protection.rlimits {
        limit(policy)?;
    }
    let ruleset = if protection.landlock { Some(rules(policy)?) } else { None };
    if protection.namespaces && !policy.hidden.is_empty() {
        hide(&policy.hidden)?;
    }
    if getuid().is_root() {
        // The next program has no capabilities even as root.
        set_capabilities_secure_bits(CapabilitiesSecureBits::NO_ROOT | CapabilitiesSecureBits::NO_ROOT_LOCKED)?;
    }
    if let Some(ruleset) = ruleset {
        let status = ruleset.restrict_self()?;
        if status.ruleset == RulesetStatus::NotEnforced {
            bail!("Landlock is not enforced by this kernel");
        }
    }
    if protection.seccomp {
        filter(policy.processes)?;
    }
    Ok(())
}

fn limit(policy: &Policy) -> Result<()> {
    let limits = [
        (Resource::RLIMIT_AS, policy.memory, policy.memory),
        (Resource::RLIMIT_FSIZE, policy.file_size, policy.file_size),
        // At the soft limit the process gets a signal that the grader recognises, at the hard limit it is killed.
        (Resource::RLIMIT_CPU, policy.seconds, policy.seconds + 1),
        (Resource::RLIMIT_NOFILE, 256, 256),
        (Resource::RLIMIT_CORE, 0, 0),
    ];
    for (resource, soft, most) in limits {
        setrlimit(resource, soft, most).with_context(|| format!("failed to limit {resource:?} to {most}"))?;
    }
    Ok(())
}

fn rules(policy: &Policy) -> Result<RulesetCreated> {
    let (read, all) = (AccessFs::from_read(LANDLOCK), AccessFs::from_all(LANDLOCK));
    let programs = if policy.processes { &PROGRAMS[..] } else { &[] };
    let existing = SYSTEM.iter().chain(programs).filter(|path| fs::exists(path).unwrap_or(false));
    let ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(all)?
        .handle_access(AccessNet::from_all(LANDLOCK))?
        .scope(Scope::from_all(LANDLOCK))?
        .create()?
        .add_rules(path_beneath_rules(existing, read))?
        .add_rules(path_beneath_rules(["/dev/null"], AccessFs::from_file(LANDLOCK)))?
        .add_rules(path_beneath_rules(&policy.read, read))?
        .add_rules(path_beneath_rules(&policy.write, all))?
        .add_rules(path_beneath_rules(&policy.write_only, AccessFs::WriteFile))?;
    Ok(ruleset)
}

/// The calls that change a file's owner, mode, times or attributes. Landlock does not cover them: without a filter a
/// program may use them on every file of its user.
const FILE_ATTRIBUTES: &[i64] = &[
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_fchown,
    libc::SYS_fchownat,
    libc::SYS_utimensat,
    libc::SYS_setxattr,
    libc::SYS_lsetxattr,
    libc::SYS_fsetxattr,
    libc::SYS_removexattr,
    libc::SYS_lremovexattr,
    libc::SYS_fremovexattr,
    // Newer than some C libraries; these numbers are the same on every architecture: fchmodat2, setxattrat,
    // removexattrat, file_setattr.
    452,
    463,
    466,
    469,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chmod,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_lchown,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utime,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_utimes,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_futimesat,
];

/// The commands of `ioctl` that change a file's attributes: `FS_IOC_SETFLAGS` (also for 32 bits), `FS_IOC_FSSETXATTR`.
const ATTRIBUTE_COMMANDS: [u64; 3] = [0x4008_6602, 0x4004_6602, 0x401c_5820];

/// The calls that slow down or limit other processes of the same user.
const OTHER_PROCESSES: [i64; 8] = [
    libc::SYS_setpriority,
    libc::SYS_ioprio_set,
    libc::SYS_sched_setaffinity,
    libc::SYS_sched_setattr,
    libc::SYS_sched_setparam,
    libc::SYS_sched_setscheduler,
    libc::SYS_process_madvise,
    libc::SYS_kcmp,
];

/// Refuses system calls that start, contact or inspect other processes, and where no other program is started, which is
/// wherever a submission's code runs, those that change what a file is beside its content. Threads are allowed: the
/// test runner needs them.
fn filter(processes: bool) -> Result<()> {
    let mut rules: BTreeMap<i64, Vec<SeccompRule>> = BTreeMap::new();
    let always = [
        libc::SYS_socket,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_pidfd_getfd,
        libc::SYS_unshare,
        libc::SYS_setns,
        libc::SYS_mount,
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_userfaultfd,
        libc::SYS_io_uring_setup,
        libc::SYS_memfd_create,
        libc::SYS_mq_open,
        libc::SYS_shmget,
        libc::SYS_semget,
        libc::SYS_msgget,
    ];
    for call in always {
        rules.insert(call, vec![]);
    }
    if !processes {
        // Rust's standard library uses a pair of sockets to start a process; nothing else needs one.
        rules.insert(libc::SYS_socketpair, vec![]);
        rules.insert(libc::SYS_execve, vec![]);
        for call in FILE_ATTRIBUTES.iter().chain(&OTHER_PROCESSES) {
            rules.insert(*call, vec![]);
        }
        let argument = |number, operator, value| -> Result<SeccompRule> {
            let condition = SeccompCondition::new(number, SeccompCmpArgLen::Dword, operator, value)?;
            Ok(SeccompRule::new(vec![condition])?)
        };
        let commands = ATTRIBUTE_COMMANDS.map(|command| argument(1, SeccompCmpOp::Eq, command));
        rules.insert(libc::SYS_ioctl, commands.into_iter().collect::<Result<_>>()?);
        // The limits of another process; 0 is the process itself.
        rules.insert(libc::SYS_prlimit64, vec![argument(0, SeccompCmpOp::Ne, 0)?]);
        let thread = u64::try_from(libc::CLONE_THREAD).expect("a flag is positive");
        let no_thread = SeccompCondition::new(0, SeccompCmpArgLen::Qword, SeccompCmpOp::MaskedEq(thread), 0)?;
        rules.insert(libc::SYS_clone, vec![SeccompRule::new(vec![no_thread])?]);
        #[cfg(target_arch = "x86_64")]
        for call in [libc::SYS_fork, libc::SYS_vfork] {
            rules.insert(call, vec![]);
        }
    }
    let apply = |rules, action| -> Result<()> {
        let arch = std::env::consts::ARCH.try_into()?;
        let filter: BpfProgram = SeccompFilter::new(rules, SeccompAction::Allow, action, arch)?.try_into()?;
        Ok(seccompiler::apply_filter(&filter)?)
    };
    if !processes {
        // A filter cannot see the flags of `clone3`, which are in memory. Without it the C library falls back on
        // `clone`.
        apply(BTreeMap::from([(libc::SYS_clone3, vec![])]), SeccompAction::Errno(libc::ENOSYS as u32))?;
    }
    apply(rules, SeccompAction::Errno(libc::EPERM as u32))
}
