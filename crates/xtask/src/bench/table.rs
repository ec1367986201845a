//! Medians as a table, every visit as JSON.

use super::popup::Subject;
use super::visit::{CPU_SLOWDOWN, DOWNLOAD, LATENCY_MS, UPLOAD, Visit};
use crate::say;
use anyhow::Result;
use serde_json::json;
use std::path::Path;

/// A widget and its visits.
type Column<'a> = (&'a Subject, &'a [Visit]);

/// A row of the table.
struct Measure {
    name: &'static str,
    decimals: usize,
    of: fn(&Visit) -> Option<f64>,
}

#[expect(clippy::cast_precision_loss, reason = "bytes of a page are few")]
const MEASURES: [Measure; 12] = [
    Measure { name: "bytes at load", decimals: 0, of: |visit| Some(visit.load.bytes as f64) },
    Measure { name: "bytes on show", decimals: 0, of: |visit| Some(visit.show?.bytes as f64) },
    Measure { name: "bytes in all", decimals: 0, of: |visit| Some((visit.load.bytes + visit.show?.bytes) as f64) },
    Measure { name: "requests at load", decimals: 0, of: |visit| Some(visit.load.requests.into()) },
    Measure { name: "requests on show", decimals: 0, of: |visit| Some(visit.show?.requests.into()) },
    Measure { name: "main thread at load, ms", decimals: 0, of: |visit| Some(visit.load.cpu_ms) },
    Measure { name: "main thread on show, ms", decimals: 0, of: |visit| Some(visit.show?.cpu_ms) },
    Measure { name: "longest long task at load, ms", decimals: 0, of: |visit| Some(visit.load.longest_task_ms) },
    Measure { name: "longest long task on show, ms", decimals: 0, of: |visit| Some(visit.show?.longest_task_ms) },
    Measure { name: "layout shift at load", decimals: 3, of: |visit| Some(visit.load.layout_shift) },
    Measure { name: "layout shift on show", decimals: 3, of: |visit| Some(visit.show?.layout_shift) },
    Measure { name: "click to painted, ms", decimals: 0, of: |visit| visit.click_to_painted_ms },
];

/// Prints the medians; behind those of a peer how many times ours they are. The second column is ours.
pub fn print(browser: &str, columns: &[Column<'_>]) {
    let rounds = columns.first().map_or(0, |(_, visits)| visits.len());
    say::result(&format!(
        "{browser}; main thread {CPU_SLOWDOWN} times slower; {LATENCY_MS} ms latency, {} kbit/s down, {} kbit/s up; \
         medians of {rounds}\n",
        DOWNLOAD / 1_000,
        UPLOAD / 1_000
    ));
    for row in rows(columns) {
        say::result(&row);
    }
}

fn rows(columns: &[Column<'_>]) -> Vec<String> {
    let head = columns.iter().map(|(subject, _)| format!("{} {}", subject.name, subject.version).trim().to_owned());
    let mut rows = vec![std::iter::once(String::new()).chain(head).collect::<Vec<_>>()];
    for Measure { name, decimals, of } in &MEASURES {
        let medians: Vec<_> =
            columns.iter().map(|(_, visits)| median(visits.iter().filter_map(of).collect())).collect();
        let ours = medians.get(1).copied().flatten().filter(|ours| *ours > 0.0);
        let cells = medians.iter().enumerate().map(|(index, median)| match (median, ours) {
            (None, _) => "–".to_owned(),
            (Some(median), Some(ours)) if index > 1 => format!("{median:.decimals$} ({:.1}×)", median / ours),
            (Some(median), _) => format!("{median:.decimals$}"),
        });
        rows.push(std::iter::once((*name).to_owned()).chain(cells).collect());
    }
    aligned(&rows)
}

/// Prints tables, an empty line between two.
pub fn print_all(tables: impl Iterator<Item = Vec<Vec<String>>>) {
    for (index, rows) in tables.enumerate() {
        if index > 0 {
            say::result("");
        }
        for line in aligned(&rows) {
            say::result(&line);
        }
    }
}

/// As Markdown that also reads well as it stands.
pub fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let length = |text: &String| text.chars().count();
    let count = rows.first().map_or(0, Vec::len);
    let widths: Vec<usize> =
        (0..count).map(|index| rows.iter().map(|row| length(&row[index])).max().unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(index, (cell, &width))| match index {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.iter().enumerate().map(|(index, &width)| match index {
        0 => "-".repeat(width),
        _ => format!("{}:", "-".repeat(width.saturating_sub(1))),
    });
    let rule = format!("| {} |", rule.collect::<Vec<_>>().join(" | "));
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines.insert(1.min(lines.len()), rule);
    lines
}

/// The middle one, or the mean of the two in the middle. `None` of nothing.
pub fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let middle = figures.len() / 2;
    let upper = figures.get(middle)?;
    Some(if figures.len() % 2 == 1 { *upper } else { f64::midpoint(figures[middle - 1], *upper) })
}

/// Writes every visit.
pub fn write_json(file: &Path, browser: &str, columns: &[Column<'_>]) -> Result<()> {
    let subjects = columns
        .iter()
        .map(|(subject, visits)| json!({ "name": subject.name, "version": subject.version, "visits": visits }));
    let report = json!({
        "browser": browser,
        "cpu_slowdown": CPU_SLOWDOWN,
        "network": { "latency_ms": LATENCY_MS, "download_bits_per_s": DOWNLOAD, "upload_bits_per_s": UPLOAD },
        "subjects": subjects.collect::<Vec<_>>(),
    });
    super::write_json(file, &report)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_is_in_the_middle() {
        for (figures, expected) in [
            (vec![], None),
            (vec![3.0], Some(3.0)),
            (vec![9.0, 1.0, 2.0], Some(2.0)),
            (vec![4.0, 1.0, 2.0, 9.0], Some(3.0)),
        ] {
            assert_eq!(median(figures), expected);
        }
    }

    #[test]
    fn rows_are_markdown_of_one_width() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = aligned(&[row(["", "Sada", "Sentry"]), row(["bytes", "1500", "38000 (25.3×)"])]);
        assert_eq!(
            lines,
            [
                "|       | Sada |        Sentry |",
                "| ----- | ---: | ------------: |",
                "| bytes | 1500 | 38000 (25.3×) |"
            ]
        );
    }
}
