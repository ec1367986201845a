//! A header cell is a header of something (<https://act-rules.github.io/rules/d0f69e>), by HTML's table model
//! (<https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics>) or by the rows of ARIA.

use crate::page::{Element, Page, Role, TableHeaders};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;

const ASKS: &str =
    "Will data come into this table later? Then this is fine. If not, its header cells are headers of nothing.";

const ASKS_FOOT: &str =
    "This header cell in the foot of the table has no cells. Is it a value, or does it repeat a header?";

pub const RULE: Rule = Rule {
    id: "header-cell-has-cells",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &["d0f69e"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A header cell must be the header of some cell",
        why: "A screen reader announces headers with the cells they belong to. One that belongs to none is never heard there.",
        fix: "Give the header a `scope` that leads to its cells, put it before them in its row or column, or make it a `td`.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تكون خلية الترويسة ترويسةً لخلية ما",
        why: "ينطق قارئ الشاشة الترويسة مع الخلايا التابعة لها. والترويسة التي لا تتبعها خلية لا تُسمع مع البيانات أبدًا.",
        fix: "أعطِ الترويسة `scope` يصل بها إلى خلاياها، أو ضعها قبلها في الصف أو العمود، أو اجعلها `td`.",
        asks: "هل ستأتي بيانات إلى هذا الجدول لاحقًا؟ إن كان كذلك فلا بأس، وإلا فترويساته بلا خلايا.",
    },
    fa: Words {
        title: "خانهٔ سرعنوان باید سرعنوانِ خانه‌ای باشد",
        why: "صفحه‌خوان هر سرعنوان را همراه خانه‌های آن می‌گوید. سرعنوانی که خانه‌ای ندارد هرگز کنار داده‌ها شنیده نمی‌شود.",
        fix: "به سرعنوان `scope`ای بدهید که به خانه‌هایش برسد، آن را در سطر یا ستون پیش از آن‌ها بگذارید، یا آن را `td` کنید.",
        asks: "آیا بعداً داده‌ای در این جدول می‌آید؟ اگر آری، ایرادی نیست. اگر نه، سرعنوان‌هایش سرعنوان هیچ‌اند.",
    },
    good: &[
        "<table><tr><th>Day</th><th>High tide</th></tr><tr><td>Monday</td><td>04:10</td></tr></table>",
        r#"<table><tr><th scope="row">High tide</th><td>04:10</td></tr></table>"#,
    ],
    bad: &[r#"<table><tr><th scope="col">High tide</th><td>04:10</td></tr></table>"#],
    check: Check::Page(check),
};

/// Row and column headers that assistive technologies find in a table, grid or tree grid. An empty cell is no header of
/// anything, and means nothing by it.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut outcomes = Vec::new();
    for table in page.elements() {
        let may_be_table = table.is("table") || table.has_attribute("role");
        if may_be_table && is_table(table.role()) && table.is_in_accessibility_tree() {
            outcomes.extend(if table.is("table") { of_html(table) } else { of_aria(table) });
        }
    }
    // Tables stand in tables.
    outcomes.sort_by_key(|(header, _)| header.id());
    outcomes
}

fn is_table(role: Role) -> bool {
    matches!(role, Role::Table | Role::Grid | Role::TreeGrid)
}

fn is_header(element: Element<'_>) -> bool {
    matches!(element.role(), Role::ColumnHeader | Role::RowHeader)
}

fn is_applicable(cell: Element<'_>) -> bool {
    is_header(cell)
        && cell.is_in_accessibility_tree()
        && (!cell.visible_inner_text().is_empty() || !cell.accessible_name().is_empty())
}

/// By HTML's model; a role that an author gives works by row and column alone. Feet often repeat the headers.
fn of_html(table: Element<'_>) -> Vec<(Element<'_>, Outcome)> {
    let Some(model) = table.table_model() else { return Vec::new() };
    let headers = TableHeaders::new(&model);
    let has_data = model.cells.iter().any(|cell| !is_header(cell.element));
    let applicable = model.cells.iter().filter(|cell| is_applicable(cell.element));
    let outcomes = applicable.map(|header| {
        let is_alone = || {
            let is_column = header.element.role() == Role::ColumnHeader;
            let across = if is_column { model.height() > header.height } else { model.width() > header.width };
            !across || header.element.explicit_role().is_none()
        };
        let has_cells = headers.has_cells(header) || !is_alone();
        let is_foot = !has_cells && header.element.flat_lineage().take(3).any(|around| around.is("tfoot"));
        let outcome =
            if is_foot { Outcome::needs_review(ASKS_FOOT) } else { outcome(header.element, has_cells, has_data) };
        (header.element, outcome)
    });
    outcomes.collect()
}

/// Cells by their place in the row, or by `aria-colindex` and `aria-colspan`.
fn of_aria(table: Element<'_>) -> Vec<(Element<'_>, Outcome)> {
    let mut found = Vec::new();
    // How many cells each column has.
    let mut columns: HashMap<usize, usize> = HashMap::new();
    let mut has_data = false;
    let mut open: Vec<Element<'_>> = table.accessibility_children();
    while let Some(row) = open.pop() {
        match row.role() {
            Role::RowGroup => open.extend(row.accessibility_children()),
            Role::Row => {
                let cells = row.accessibility_children();
                let is_alone = cells.len() < 2;
                let mut column = 1;
                for cell in cells {
                    column = number(cell, "aria-colindex").unwrap_or(column);
                    let end = column + number(cell, "aria-colspan").unwrap_or(1).clamp(1, 1000);
                    (column..end).for_each(|at| *columns.entry(at).or_default() += 1);
                    has_data |= !is_header(cell);
                    found.push((cell, column..end, is_alone));
                    column = end;
                }
            }
            _ => {}
        }
    }
    found.retain(|(cell, ..)| is_applicable(*cell));
    let outcomes = found.into_iter().map(|(header, mut own, is_alone)| {
        let has_cells = match header.role() {
            Role::ColumnHeader => own.any(|column| columns.get(&column).is_some_and(|count| *count > 1)),
            _ => !is_alone,
        };
        (header, outcome(header, has_cells, has_data))
    });
    outcomes.collect()
}

fn number(cell: Element<'_>, name: &str) -> Option<usize> {
    cell.attribute(name).and_then(|said| said.trim_ascii().parse().ok())
}

/// A cell that it is assigned to, whatever that holds. A table of headers alone may be filled by a script.
fn outcome(header: Element<'_>, has_cells: bool, has_data: bool) -> Outcome {
    match (has_cells, has_data) {
        (true, _) => Outcome::Passed,
        (false, false) => Outcome::needs_review(ASKS),
        (false, true) => Outcome::failed(match header.role() {
            Role::ColumnHeader => "it is a column header, and no cell belongs to it",
            _ => "it is a row header, and no cell belongs to it",
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>", Expect::Passed),
                ("<table><tr><th>a</th><td>1</td></tr></table>", Expect::Passed),
                ("<table><tr><th></th><th>a</th></tr><tr><th>b</th><td>1</td></tr></table>", Expect::Passed),
                (
                    "<table><tr><th colspan=2>a</th></tr><tr><th>b</th><th>c</th></tr><tr><td>1</td><td>2</td></tr></table>",
                    Expect::Passed,
                ),
                ("<table><tbody><tr><th scope=rowgroup>a</th><td>1</td></tr></tbody></table>", Expect::Passed),
                ("<table><colgroup span=2><tr><th scope=colgroup>a</th><td>1</td></tr></table>", Expect::Passed),
                ("<table><tr><td role=rowheader>a</td><td>1</td></tr></table>", Expect::Passed),
                (
                    "<div role=table><div role=row><span role=columnheader>a</span></div><div role=row><span role=cell>1</span></div></div>",
                    Expect::Passed,
                ),
                (
                    "<div role=grid><div role=rowgroup><div role=row><span role=rowheader>a</span><span role=gridcell>1</span></div></div></div>",
                    Expect::Passed,
                ),
                ("<table><tr><th scope=col>a</th><td>1</td></tr></table>", Expect::Failed),
                ("<table><tr><td>1</td><th scope=row>a</th></tr></table>", Expect::Failed),
                ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>", Expect::Failed),
                (
                    "<table><tr><th id=a>a</th><th>b</th></tr><tr><td>1</td><td headers=a>2</td></tr></table>",
                    Expect::Failed,
                ),
                (
                    "<table><tr><th>a</th></tr><tr><td headers=b>1</td></tr><tr><th id=b>b</th></tr><tr><td>2</td></tr></table>",
                    Expect::Failed,
                ),
                (
                    "<div role=table><div role=row><span role=columnheader>a</span><span role=columnheader>b</span></div><div role=row><span role=cell>1</span></div></div>",
                    Expect::Failed,
                ),
                ("<table><tr><th>a</th><th>b</th></tr></table>", Expect::NeedsReview),
                ("<table><tr><th>a<tr><td>1<tfoot><tr><th>a</table>", Expect::NeedsReview),
                ("<table><tr><th>a</th><td>b</td></tr><tr><td>a</td><td>b</td></tr></table>", Expect::Inapplicable),
                ("<table role=none><tr><th scope=col>a</th><td>1</td></tr></table>", Expect::Inapplicable),
                ("<table hidden><tr><th scope=col>a</th><td>1</td></tr></table>", Expect::Inapplicable),
                ("<table><tr><th scope=col></th><td>1</td></tr></table>", Expect::Inapplicable),
            ],
        );
    }
}
