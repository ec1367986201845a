//! The roles of the parts of a table, which hang on the table's own (HTML-AAM 1.0), and on what headers are for (HTML,
//! forming relationships between data cells and header cells,
//! <https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics>).

use super::Known;
use crate::page::{Element, Role};

/// Which columns of a table hold data: a header cell above or below data is for that column.
#[derive(Debug)]
pub(in crate::page) struct Data {
    columns: Vec<bool>,
    /// The first column of each header cell whose scope nobody says, in document order.
    headers: Vec<(crate::page::NodeId, usize)>,
}

/// More columns and rows than any cell is taken to span (HTML limits them too).
const WIDEST: usize = 1000;

pub(super) fn role(element: Element<'_>, known: &Known<'_>) -> Role {
    let Some(table) = table_of(element) else { return Role::Generic };
    let of_table = known.role(table);
    let is_table = matches!(of_table, Role::Table | Role::Grid | Role::TreeGrid);
    match of_table {
        Role::None if element.must_be_exposed() => {}
        Role::None => return Role::None,
        _ if !is_table => return Role::Generic,
        _ => {}
    }
    let cell = if of_table == Role::Table || of_table == Role::None { Role::Cell } else { Role::GridCell };
    match element.name() {
        "tbody" | "tfoot" | "thead" => Role::RowGroup,
        "tr" => Role::Row,
        "th" => header(element, table).unwrap_or(cell),
        _ => cell,
    }
}

fn table_of(element: Element<'_>) -> Option<Element<'_>> {
    let mut around = std::iter::successors(element.parent(), |at| at.parent()).take(3);
    around.find(|at| !["tbody", "tfoot", "thead", "tr"].iter().any(|name| at.is(name))).filter(|at| at.is("table"))
}

/// What a header cell is for; `None` if it is for neither its row nor its column.
fn header(element: Element<'_>, table: Element<'_>) -> Option<Role> {
    let scope = element.attribute("scope").unwrap_or_default();
    let is = |word: &str| scope.eq_ignore_ascii_case(word);
    if is("row") || is("rowgroup") {
        return Some(Role::RowHeader);
    }
    let has_data = |row: Element<'_>| row.children().any(|cell| cell.is("td"));
    if is("col") || is("colgroup") || !element.parent().is_some_and(has_data) {
        return Some(Role::ColumnHeader);
    }
    let mut tables = element.page().tables.borrow_mut();
    let data = tables.entry(table.id()).or_insert_with(|| Data::of(table));
    let at = data.headers.binary_search_by_key(&element.id(), |(id, _)| *id).ok()?;
    let span = data.headers[at].1..data.headers[at].1 + number(element, "colspan");
    let holds_data = span.clone().any(|column| data.columns.get(column).copied().unwrap_or_default());
    (!holds_data).then_some(Role::RowHeader)
}

impl Data {
    fn of(table: Element<'_>) -> Self {
        let mut data = Data { columns: Vec::new(), headers: Vec::new() };
        // For each column, how many more rows a cell from above reaches into.
        let mut taken: Vec<usize> = Vec::new();
        for row in rows(table) {
            let mut column = 0;
            let mut next = vec![0; taken.len()];
            for cell in row.children().filter(|cell| cell.is("td") || cell.is("th")) {
                while taken.get(column).copied().unwrap_or_default() > 0 {
                    column += 1;
                }
                if cell.is("th") {
                    data.headers.push((cell.id(), column));
                }
                let (width, height) = (number(cell, "colspan"), number(cell, "rowspan"));
                let end = column + width;
                data.columns.resize(data.columns.len().max(end), false);
                next.resize(next.len().max(end), 0);
                data.columns[column..end].iter_mut().for_each(|holds| *holds |= cell.is("td"));
                next[column..end].fill(height);
                column = end;
            }
            for (at, left) in next.iter_mut().enumerate() {
                *left = (*left).max(taken.get(at).copied().unwrap_or_default()).saturating_sub(1);
            }
            taken = next;
        }
        data.headers.sort_unstable();
        data
    }
}

fn rows(table: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    table.children().flat_map(|child| {
        let is_row = child.is("tr");
        let is_group = ["tbody", "tfoot", "thead"].iter().any(|name| child.is(name));
        let inside = child.children().filter(move |row| is_group && row.is("tr"));
        std::iter::once(child).filter(move |_| is_row).chain(inside)
    })
}

fn number(cell: Element<'_>, name: &str) -> usize {
    let said = cell.attribute(name).and_then(crate::page::focus::integer).and_then(|n| usize::try_from(n).ok());
    said.unwrap_or(1).clamp(1, WIDEST)
}
