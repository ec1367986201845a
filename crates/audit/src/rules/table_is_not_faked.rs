//! What looks like a table is one (WCAG 2.2, failures F34 and F48,
//! <https://www.w3.org/WAI/WCAG22/Techniques/failures/F48>).

use crate::page::{Element, Rect, Role};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "table-is-not-faked",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Layout),
    en: Words {
        title: "A table must be marked as a table, not put together from boxes or spaces",
        why: "A screen reader reads one cell after the other and cannot say to which row and column it belongs.",
        fix: "Make it a `table` with `th` for its headers, or say the same with the roles `table`, `row`, `columnheader` and `cell`.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يُعلَّم الجدول جدولًا، لا أن يُركَّب من صناديق أو مسافات",
        why: "يقرأ قارئ الشاشة خلية بعد خلية، ولا يستطيع أن يقول إلى أي صف وعمود تنتمي.",
        fix: "اجعله `table` مع `th` لرؤوسه، أو قل الشيء نفسه بالأدوار `table` و`row` و`columnheader` و`cell`.",
        asks: "تصطفّ الكلمات هنا في صفوف وأعمدة. أهي جدول؟",
    },
    fa: Words {
        title: "جدول باید با نشانه‌گذاریِ جدول نوشته شود، نه با جعبه‌ها یا فاصله‌ها",
        why: "صفحه‌خوان خانه‌ها را یکی پس از دیگری می‌خواند و نمی‌تواند بگوید هر کدام از آنِ کدام سطر و ستون است.",
        fix: "آن را `table` کنید با `th` برای سرستون‌ها، یا همان را با نقش‌های `table`، `row`، `columnheader` و `cell` بگویید.",
        asks: "واژه‌ها در اینجا در سطر و ستون چیده شده‌اند. آیا جدول است؟",
    },
    good: &[
        r"<table><tr><th>Day<th>Opens<th>Closes<tr><td>Monday<td>9:00<td>17:00<tr><td>Tuesday<td>9:00<td>12:00</table>",
    ],
    bad: &[
        r#"<style>.row { display: flex } .row > div { width: 8em } .head { font-weight: bold }</style><div><div class="row head"><div>Day</div><div>Opens</div><div>Closes</div></div><div class="row"><div>Monday</div><div>9:00</div><div>17:00</div></div><div class="row"><div>Tuesday</div><div>9:00</div><div>12:00</div></div></div>"#,
        r#"<style>.grid { display: grid; grid-template-columns: repeat(3, 8em) } .head { font-weight: bold }</style><div class="grid"><div class="head">Day</div><div class="head">Opens</div><div class="head">Closes</div><div>Monday</div><div>9:00</div><div>17:00</div><div>Tuesday</div><div>9:00</div><div>12:00</div></div>"#,
        "<pre>Monday     9:00   17:00\nTuesday    9:00   12:00\nFriday     10:00  12:00</pre>",
    ],
    check: Check::Each { applicability, expectation },
};

const ASKS: &str = "Words stand in rows and columns here. Is this a table?";

/// So many rows and columns make a table.
const LEAST: usize = 3;
/// More is not looked at.
const MOST: usize = 500;
/// More letters than a cell has.
const LONGEST: usize = 40;
/// Pixels between what stands in one line.
const SLACK: f32 = 1.5;

/// Boxes that hold rows of cells, one below the other, and preformatted text with columns; nothing that says what it is.
fn applicability(element: Element<'_>) -> bool {
    let says = |around: Element<'_>| !matches!(around.role(), Role::Generic | Role::None) && is_structure(around);
    element.is_visible()
        && !element.is_programmatically_hidden()
        && !element.flat_lineage().any(says)
        && (has_columns(element) || rows(element).is_some())
}

fn is_structure(around: Element<'_>) -> bool {
    around.role().is_widget()
        || matches!(
            around.role(),
            Role::Table | Role::Grid | Role::TreeGrid | Role::List | Role::Navigation | Role::Img
        )
        || ["code", "samp", "kbd", "svg", "form", "footer"].contains(&around.name())
}

/// A table for sure where the first row stands out and most of what is below it and behind the first column are numbers.
fn expectation(element: Element<'_>) -> Outcome {
    let Some(rows) = rows(element) else { return Outcome::needs_review(ASKS) };
    let (head, body) = rows.split_first().expect("there are at least three rows");
    let is_bold = |cell: &Element<'_>| weight(*cell) >= 600.0;
    let behind = || body.iter().flat_map(|row| row.iter().skip(1));
    let numbers = behind().filter(|cell| cell.visible_inner_text().chars().any(char::is_numeric)).count();
    if head.iter().all(is_bold) && !behind().any(is_bold) && 2 * numbers > behind().count() {
        return Outcome::failed(format!(
            "it is a table of {} rows and {} columns for eyes alone",
            rows.len(),
            head.len()
        ));
    }
    Outcome::needs_review(ASKS)
}

fn weight(cell: Element<'_>) -> f32 {
    cell.seen_texts().iter().map(|seen| seen.element.style().font_weight).fold(f32::INFINITY, f32::min)
}

/// The cells of each row, if everything in it stands in rows and columns.
fn rows(element: Element<'_>) -> Option<Vec<Vec<Element<'_>>>> {
    let is_box = |element: &Element<'_>| element.is("div") || element.is("span");
    if !is_box(&element) || element.own_texts().any(|(_, text)| !text.trim().is_empty()) {
        return None;
    }
    let children: Vec<Element<'_>> = element.children().filter(|child| child.is_visible()).take(MOST).collect();
    if children.len() < LEAST || !children.iter().all(is_box) {
        return None;
    }
    let rows: Option<Vec<Vec<Element<'_>>>> = children.iter().copied().map(cells).collect();
    let rows = rows.or_else(|| rows_of_grid(&children))?;
    let columns = rows.first()?.len();
    (rows.iter().all(|row| row.len() == columns) && are_aligned(&rows)).then_some(rows)
}

/// The rows of cells that stand in one box, as in a CSS grid. Short words stand so in many places that are no table, so the
/// first row, and no other, must be bold.
fn rows_of_grid<'p>(cells: &[Element<'p>]) -> Option<Vec<Vec<Element<'p>>>> {
    if !cells.iter().all(is_cell) {
        return None;
    }
    let tops: Option<Vec<f32>> = cells.iter().map(|cell| Some(cell.rect()?.y)).collect();
    let tops = tops?;
    let first = tops.iter().take_while(|top| (*top - tops[0]).abs() < SLACK).count();
    if first < LEAST || cells.len() < LEAST * first || !cells.len().is_multiple_of(first) {
        return None;
    }
    let is_bold = |cell: &Element<'_>| weight(*cell) >= 600.0;
    let has_head = cells[..first].iter().all(is_bold) && !cells[first..].iter().any(is_bold);
    has_head.then(|| cells.chunks(first).map(<[_]>::to_vec).collect())
}

/// A short text and nothing else.
fn is_cell(cell: &Element<'_>) -> bool {
    let text = cell.visible_inner_text();
    let holds_more = cell
        .descendants()
        .any(|inner| inner.is_focusable() || inner.is_svg("svg") || inner.is("img") || inner.role() == Role::Heading);
    !text.is_empty() && text.chars().count() <= LONGEST && !holds_more && cell.role() == Role::Generic
}

/// The cells of a row: short texts beside each other.
fn cells(row: Element<'_>) -> Option<Vec<Element<'_>>> {
    if row.own_texts().any(|(_, text)| !text.trim().is_empty()) {
        return None;
    }
    let cells: Vec<Element<'_>> = row.children().filter(|cell| cell.is_visible()).take(MOST).collect();
    (cells.len() >= LEAST && cells.iter().all(is_cell)).then_some(cells)
}

/// Whether the cells of each column begin or end in one line, and each row is below the one before.
fn are_aligned(rows: &[Vec<Element<'_>>]) -> bool {
    let boxes: Option<Vec<Vec<Rect>>> = rows.iter().map(|row| row.iter().map(|cell| cell.rect()).collect()).collect();
    let Some(boxes) = boxes else { return false };
    let first = &boxes[0];
    let is_in_column = |(cell, first): (&Rect, &Rect)| {
        (cell.x - first.x).abs() < SLACK || (cell.x + cell.width - first.x - first.width).abs() < SLACK
    };
    let is_row = |row: &Vec<Rect>| {
        let beside = row.windows(2).all(|pair| {
            let is_apart =
                pair[0].x + pair[0].width <= pair[1].x + SLACK || pair[1].x + pair[1].width <= pair[0].x + SLACK;
            is_apart && pair[0].y < pair[1].y + pair[1].height && pair[1].y < pair[0].y + pair[0].height
        });
        beside && row.iter().zip(first).all(is_in_column)
    };
    boxes.iter().all(is_row) && boxes.windows(2).all(|pair| pair[1][0].y >= pair[0][0].y + pair[0][0].height - SLACK)
}

/// Three lines one after the other in which words begin at the same places, with gaps of two spaces or a tab between them.
fn has_columns(element: Element<'_>) -> bool {
    if !element.is("pre") || element.children().next().is_some() {
        return false;
    }
    let texts = element.own_texts().flat_map(|(_, text)| text.lines()).take(MOST);
    let (mut before, mut run) = (Vec::new(), 0);
    for line in texts {
        let starts = starts(line);
        run = match starts.len() >= LEAST {
            true if run > 0 && starts == before => run + 1,
            true => 1,
            false => 0,
        };
        if run == LEAST {
            return true;
        }
        before = starts;
    }
    false
}

/// Where the words of a line begin that a gap stands before; nothing of what looks like a program.
fn starts(line: &str) -> Vec<usize> {
    const SIGNS: &[char] = &['{', '}', ';', '=', '(', '<', '>', '|', '\\', '#', '$', '_'];
    if line.contains(SIGNS) || line.starts_with(char::is_whitespace) {
        return Vec::new();
    }
    let letters: Vec<char> = line.trim_end().chars().collect();
    let tabs = letters.iter().filter(|letter| **letter == '\t').count();
    if tabs > 0 {
        return (0..=tabs).collect();
    }
    let is_start = |at: &usize| {
        let is_gap = |at: usize| letters[at] == ' ';
        *at == 0 || (*at > 1 && !is_gap(*at) && is_gap(at - 1) && is_gap(at - 2))
    };
    (0..letters.len()).filter(is_start).collect()
}

#[cfg(test)]
mod tests {
    use super::starts;

    #[test]
    fn columns_in_a_line() {
        assert_eq!(starts("Monday     9:00   17:00"), [0, 11, 18]);
        assert_eq!(starts("a\tb\tc"), [0, 1, 2]);
        assert_eq!(starts("one two three"), [0]);
        assert!(starts("let a  = b;  // c").is_empty() && starts("").is_empty());
    }
}
