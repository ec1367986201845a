//! Tables as HTML forms them, and what header cells are assigned to.

use crate::check;
use sada_audit::{Element, HeaderOf, TableHeaders};

/// Rows of names of cells, as they cover the slots; `.` where none or several do.
fn slots(table: Element<'_>) -> String {
    let table = table.page().elements().find(|element| element.is("table")).unwrap_or(table);
    let Some(model) = table.table_model() else { return "none".to_owned() };
    let name = |row, column| model.cell_at(row, column).and_then(|cell| cell.element.attribute("id")).unwrap_or(".");
    let row = |row| (0..model.width()).map(|column| name(row, column)).collect::<String>();
    (0..model.height()).map(row).collect::<Vec<_>>().join("/")
}

#[test]
fn cells_cover_slots() {
    let cases = [
        ("<table><tr><td id=a><td id=b><tr><td id=c></table>", "ab/c."),
        ("<table><tr><td id=a colspan=2><tr><td id=b><td id=c></table>", "aa/bc"),
        ("<table><tr><td id=a rowspan=2><td id=b><tr><td id=c></table>", "ab/ac"),
        ("<table><tr><td id=a rowspan=9><td id=b><tr><td id=c></table>", "ab/ac"),
        ("<table><tr><td id=a rowspan=0><td id=b><tr><td id=c><tbody><tr><td id=d></table>", "ab/ac/d."),
        ("<table><tr><td id=a rowspan=2><tbody><tr><td id=b></table>", "a/b"),
        ("<table><tr><td id=a><td id=b rowspan=2><tr><td id=c colspan=2></table>", "ab/c."),
        ("<table><tfoot><tr><td id=a></tfoot><tbody><tr><td id=b></table>", "b/a"),
        ("<table><tr><td id=a colspan=x rowspan=-1><td id=b></table>", "ab"),
        ("<table></table>", ""),
        ("<table><tr><td id=a><table><tr><td id=b></table></table>", "a"),
    ];
    check(&cases.map(|(markup, expected)| (markup, expected.to_owned())), slots);
}

#[test]
fn a_table_that_nobody_reads_has_no_model() {
    let rows = "<tr><td colspan=1000 rowspan=65534>".repeat(1001);
    check(&[(&*format!("<table>{rows}</table>"), "none".to_owned())], slots);
}

/// What the cell with the id `x` is a header of, and whether any cell has it.
fn header(cell: Element<'_>) -> (Option<HeaderOf>, bool) {
    let mut around = cell.flat_lineage();
    let model = around.find(|at| at.is("table")).and_then(Element::table_model);
    let model = model.expect("the cell stands in a small table");
    let headers = TableHeaders::new(&model);
    let cell = model.cell_of(cell).expect("it is a cell");
    (headers.header_of(cell), headers.has_cells(cell))
}

#[test]
fn headers_have_cells() {
    use HeaderOf::{Column, ColumnGroup, Row, RowGroup};
    check(
        &[
            ("<table><tr><th id=x>a<th>b<tr><td>1<td>2</table>", (Some(Column), true)),
            ("<table><tr><th id=x>a<th>b<tr><td>1<tr><td>2</table>", (Some(Column), true)),
            ("<table><tr><th id=x>a<td>1</table>", (Some(Row), true)),
            ("<table><tr><th id=x>a<td>1<tr><td>2<td>3</table>", (None, false)),
            ("<table><tr><td>1<th id=x>a</table>", (Some(Row), false)),
            ("<table><tr><th id=x>a<th>b</table>", (Some(Column), false)),
            ("<table><tr><th id=x scope=ROW>a<th>b</table>", (Some(Row), true)),
            ("<table><tr><th id=x> <th>b<tr><td>1<td>2</table>", (Some(Column), false)),
            ("<table><tr><th id=x>a<tr><td headers=y>1</table>", (Some(Column), false)),
            ("<table><tr><th id=x scope=row>a<tr><td headers=x>1</table>", (Some(Row), true)),
            ("<table><tr><th id=x headers=x scope=row>a</table>", (Some(Row), false)),
            ("<table><tr><th id=x>a<tr><th>b<tr><td>1</table>", (Some(Column), true)),
            ("<table><tr><th id=x>a<tr><td headers=y>1<tr><th id=y>b<tr><td>2</table>", (Some(Column), false)),
            ("<table><tr><th id=x scope=rowgroup>a<tr><td>1</table>", (Some(RowGroup), true)),
            ("<table><tr><th id=x scope=rowgroup>a<tbody><tr><td>1</table>", (Some(RowGroup), false)),
            ("<table><colgroup span=2><tr><th id=x scope=colgroup>a<tr><td>1<td>2</table>", (Some(ColumnGroup), true)),
            ("<table><tr><th id=x scope=colgroup>a<tr><td>1</table>", (Some(ColumnGroup), false)),
            (
                "<table><colgroup><col><col></colgroup><colgroup><tr><td><td><th id=x scope=colgroup>a</table>",
                (Some(ColumnGroup), false),
            ),
        ],
        header,
    );
}

#[test]
fn several_elements_may_have_one_id() {
    check(&[("<p id=x>a</p><b id=x>b</b><i id=y>c</i>", 2)], |element| element.all_by_id("x").count());
}
