//! HTML's table model: which cell covers which slots, and which header cells are assigned to it (HTML, 4.9.12,
//! <https://html.spec.whatwg.org/multipage/tables.html#table-processing-model>).

use super::focus::integer;
use super::{Element, NodeId};
use hashbrown::HashMap;
use std::ops::Range;

/// More slots than a page that people read has; beyond them nothing is said of a table.
const MOST_SLOTS: usize = 1_000_000;
/// What a slot holds that no cell covers, and that several do.
const FREE: u32 = u32::MAX;
const SHARED: u32 = u32::MAX - 1;

/// A `td` or `th` in its table.
#[derive(Debug, Clone, Copy)]
pub struct TableCell<'p> {
    /// The cell.
    pub element: Element<'p>,
    /// The column of its first slot, from 0.
    pub column: usize,
    /// The row of its first slot, from 0.
    pub row: usize,
    /// How many columns it covers.
    pub width: usize,
    /// How many rows it covers.
    pub height: usize,
    /// Its `thead`, `tbody` or `tfoot`, if it is in one.
    pub group: Option<NodeId>,
}

impl TableCell<'_> {
    /// Whether it is a header cell, which is what `th` means.
    pub fn is_header(&self) -> bool {
        self.element.is("th")
    }
}

/// A table as its slots.
#[derive(Debug)]
pub struct TableModel<'p> {
    /// Its cells in document order.
    pub cells: Vec<TableCell<'p>>,
    /// The cell of each slot, by row and column.
    slots: Vec<Vec<u32>>,
    /// The columns of each `colgroup`.
    groups: Vec<Range<usize>>,
    width: usize,
    at: HashMap<NodeId, usize>,
}

impl<'p> Element<'p> {
    /// The table model of a `table`; `None` for anything else, and for what is larger than anybody reads.
    pub fn table_model(self) -> Option<TableModel<'p>> {
        self.is("table").then(|| TableModel::of(self)).flatten()
    }
}

impl<'p> TableModel<'p> {
    fn of(table: Element<'p>) -> Option<Self> {
        let mut model = Self { cells: Vec::new(), slots: Vec::new(), groups: Vec::new(), width: 0, at: HashMap::new() };
        model.add_columns(table);
        // HTML puts the rows of `tfoot` last, wherever they stand.
        let (feet, rest): (Vec<_>, Vec<_>) = table.children().partition(|child| child.is("tfoot"));
        let mut loose = Vec::new();
        for child in rest.into_iter().chain(feet) {
            if child.is("tr") {
                loose.push(child);
            } else if ["tbody", "tfoot", "thead"].iter().any(|name| child.is(name)) {
                model.add_rows(None, &std::mem::take(&mut loose))?;
                let rows: Vec<_> = child.children().filter(|row| row.is("tr")).collect();
                model.add_rows(Some(child.id()), &rows)?;
            }
        }
        model.add_rows(None, &loose)?;
        Some(model)
    }

    fn add_columns(&mut self, table: Element<'p>) {
        let mut column = 0;
        let span = |element| number(element, "span").clamp(1, 1000);
        for group in table.children().filter(|child| child.is("colgroup")) {
            let columns: Vec<_> = group.children().filter(|child| child.is("col")).map(span).collect();
            let width = if columns.is_empty() { span(group) } else { columns.iter().sum() };
            self.groups.push(column..column + width);
            column += width;
        }
    }

    /// Rows that stand together: no cell reaches beyond the last of them. (HTML gives the table further rows there, which
    /// nothing else is in.)
    fn add_rows(&mut self, group: Option<NodeId>, rows: &[Element<'p>]) -> Option<()> {
        let start = self.slots.len();
        let end = start + rows.len();
        self.slots.resize(end, Vec::new());
        for (row, element) in (start..end).zip(rows) {
            let mut column = 0;
            for cell in element.children().filter(|cell| cell.is("td") || cell.is("th")) {
                while self.slot(row, column) != FREE {
                    column += 1;
                }
                let width = number(cell, "colspan").clamp(1, 1000);
                // 0 means: to the last of these rows.
                let height = match number(cell, "rowspan") {
                    0 => end - row,
                    height => height.min(end - row),
                };
                self.put(TableCell { element: cell, column, row, width, height, group })?;
                column += width;
            }
        }
        Some(())
    }

    fn put(&mut self, cell: TableCell<'p>) -> Option<()> {
        let own = u32::try_from(self.cells.len()).ok().filter(|own| *own < SHARED)?;
        self.width = self.width.max(cell.column + cell.width);
        if self.width.checked_mul(self.slots.len())? > MOST_SLOTS {
            return None;
        }
        for row in &mut self.slots[cell.row..cell.row + cell.height] {
            let end = cell.column + cell.width;
            row.resize(row.len().max(end), FREE);
            row[cell.column..end].iter_mut().for_each(|slot| *slot = if *slot == FREE { own } else { SHARED });
        }
        self.at.insert(cell.element.id(), self.cells.len());
        self.cells.push(cell);
        Some(())
    }

    fn slot(&self, row: usize, column: usize) -> u32 {
        self.slots.get(row).and_then(|slots| slots.get(column)).copied().unwrap_or(FREE)
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.slots.len()
    }

    /// The cell that covers a slot, unless there is none or several do.
    pub fn cell_at(&self, row: usize, column: usize) -> Option<&TableCell<'p>> {
        self.cells.get(self.slot(row, column) as usize)
    }

    /// The columns of the `colgroup` that a column belongs to.
    pub fn column_group(&self, column: usize) -> Option<&Range<usize>> {
        let at = self.groups.partition_point(|group| group.end <= column);
        self.groups.get(at).filter(|group| group.contains(&column))
    }

    /// The cell that this element is.
    pub fn cell_of(&self, element: Element<'_>) -> Option<&TableCell<'p>> {
        self.at.get(&element.id()).map(|at| &self.cells[*at])
    }
}

/// An attribute by HTML's rules for parsing non-negative integers, 1 if it is none.
fn number(cell: Element<'_>, name: &str) -> usize {
    cell.attribute(name).and_then(integer).and_then(|number| usize::try_from(number).ok()).unwrap_or(1)
}
