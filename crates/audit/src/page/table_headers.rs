//! Which header cells of a table are assigned to cells (HTML, forming relationships between data cells and header cells,
//! <https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics>).

use super::table_model::{TableCell, TableModel};
use super::{Element, NodeId};
use hashbrown::HashSet;

/// Who has headers, worked out for one table.
#[derive(Debug)]
pub struct TableHeaders<'t, 'p> {
    table: &'t TableModel<'p>,
    rows_with_data: Vec<bool>,
    columns_with_data: Vec<bool>,
    /// The cells that a `headers` attribute points at.
    pointed_at: HashSet<NodeId>,
}

/// What a header cell is a header of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderOf {
    /// The cells below it.
    Column,
    /// The cells behind it.
    Row,
    /// All cells of its columns' group.
    ColumnGroup,
    /// All cells of its row group.
    RowGroup,
}

impl<'t, 'p> TableHeaders<'t, 'p> {
    /// Of a table.
    pub fn new(table: &'t TableModel<'p>) -> Self {
        let mut headers = Self {
            table,
            rows_with_data: vec![false; table.height()],
            columns_with_data: vec![false; table.width()],
            pointed_at: HashSet::new(),
        };
        for cell in &table.cells {
            if !cell.is_header() {
                headers.rows_with_data[cell.row..cell.row + cell.height].fill(true);
                headers.columns_with_data[cell.column..cell.column + cell.width].fill(true);
            }
            for header in cell.element.referenced("headers").filter(|header| *header != cell.element) {
                headers.pointed_at.insert(header.id());
            }
        }
        headers
    }

    /// What a header cell is a header of; `None` if it is none, or of neither its row nor its column.
    pub fn header_of(&self, cell: &TableCell<'_>) -> Option<HeaderOf> {
        let scope = cell.element.attribute("scope").filter(|_| cell.is_header());
        match scope.unwrap_or_default().to_ascii_lowercase().as_str() {
            "col" => Some(HeaderOf::Column),
            "row" => Some(HeaderOf::Row),
            "colgroup" => Some(HeaderOf::ColumnGroup),
            "rowgroup" => Some(HeaderOf::RowGroup),
            _ if !cell.is_header() => None,
            _ if !self.rows_with_data[cell.row..cell.row + cell.height].contains(&true) => Some(HeaderOf::Column),
            _ if !self.columns_with_data[cell.column..cell.column + cell.width].contains(&true) => Some(HeaderOf::Row),
            _ => None,
        }
    }

    /// Whether a header cell is assigned to any cell but itself. An empty one never is.
    pub fn has_cells(&self, header: &TableCell<'p>) -> bool {
        if is_empty(header.element) {
            return false;
        }
        self.pointed_at.contains(&header.element.id())
            || match self.header_of(header) {
                Some(HeaderOf::Column) => {
                    (header.column..header.column + header.width).any(|column| self.reaches(header, Line::Down(column)))
                }
                Some(HeaderOf::Row) => {
                    (header.row..header.row + header.height).any(|row| self.reaches(header, Line::Along(row)))
                }
                Some(HeaderOf::ColumnGroup) => {
                    let group = self.table.column_group(header.column);
                    group.is_some_and(|group| self.is_before_any(header, |cell| group.contains(&cell.column)))
                }
                Some(HeaderOf::RowGroup) => {
                    header.group.is_some() && self.is_before_any(header, |cell| cell.group == header.group)
                }
                None => false,
            }
    }

    /// Whether scanning from a cell that follows in a line leads back to the header: the first cell without a `headers`
    /// attribute decides, as whatever blocks its way blocks the way of those behind it.
    fn reaches(&self, header: &TableCell<'p>, line: Line) -> bool {
        let mut has_seen_data = false;
        let end = if matches!(line, Line::Down(_)) { self.table.height() } else { self.table.width() };
        for at in line.end_of(header)..end {
            let cell = match line {
                Line::Down(column) => self.table.cell_at(at, column),
                Line::Along(row) => self.table.cell_at(row, at),
            };
            let Some(cell) = cell else { continue };
            if has_seen_data && cell.is_header() && line.is_alike(cell, header) {
                return false;
            }
            if !cell.element.has_attribute("headers") {
                return true;
            }
            has_seen_data |= !cell.is_header();
        }
        false
    }

    fn is_before_any(&self, header: &TableCell<'p>, is_in_group: impl Fn(&TableCell<'p>) -> bool) -> bool {
        self.table.cells.iter().any(|cell| {
            cell.element != header.element
                && is_in_group(cell)
                && !cell.element.has_attribute("headers")
                && header.column < cell.column + cell.width
                && header.row < cell.row + cell.height
        })
    }
}

/// A line of slots that begins in a header cell.
#[derive(Debug, Clone, Copy)]
enum Line {
    /// Down this column.
    Down(usize),
    /// Along this row.
    Along(usize),
}

impl Line {
    /// The first slot behind a cell.
    fn end_of(self, cell: &TableCell<'_>) -> usize {
        match self {
            Line::Down(_) => cell.row + cell.height,
            Line::Along(_) => cell.column + cell.width,
        }
    }

    /// Whether a header, once it has cells of its own, takes them from the other: it lies in the same columns, or rows.
    fn is_alike(self, one: &TableCell<'_>, other: &TableCell<'_>) -> bool {
        match self {
            Line::Down(_) => (one.column, one.width) == (other.column, other.width),
            Line::Along(_) => (one.row, one.height) == (other.row, other.height),
        }
    }
}

/// HTML, empty cell: no elements in it, and no text but white space.
pub fn is_empty(cell: Element<'_>) -> bool {
    cell.children().next().is_none() && cell.own_texts().all(|(_, text)| text.trim_ascii().is_empty())
}
