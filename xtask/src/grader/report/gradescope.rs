//! `results.json` for Gradescope, which grades one submission at a time.

use crate::grader::marks::{Marks, Status};
use anyhow::Result;
use serde_json::{Value, json};

pub fn render(marks: &Marks) -> Result<String> {
    let tests: Vec<Value> = marks.chapters.iter().flat_map(|chapter| {
        chapter.tests.iter().map(move |test| {
            json!({
                "name": format!("{} {}", chapter.chapter, test.name),
                "number": format!("{}.{}", chapter.chapter.trim_start_matches("ch0").trim_start_matches("ch"), test.task),
                "score": test.score,
                "max_score": test.max_score,
                "status": if test.status == Status::Passed { "passed" } else { "failed" },
                "output": test.message,
                "output_format": "text",
                "tags": [chapter.chapter],
                "visibility": "visible",
            })
        })
    }).collect();
    let results = json!({
        "score": marks.score,
        "output": format!("{} of {} points", marks.score, marks.max_score),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": { "max_score": marks.max_score, "sandbox": marks.sandbox },
    });
    Ok(serde_json::to_string_pretty(&results)? + "\n")
}
