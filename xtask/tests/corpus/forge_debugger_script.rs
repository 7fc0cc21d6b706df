//! Embeds a file of the system as a script for a debugger.
//! Lib: #![debugger_visualizer(gdb_script_file = "../../../../../../../../../../etc/passwd")]
//! Expect: passed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    w.dot(x)
}
