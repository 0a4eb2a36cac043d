import PlanModel
import PlanText

/// A row of the survey of measures, with the entries of a checklist that its first two cells name.
struct PlacedSurveyRow {
  let row: SurveyRow
  /// The entry of the dimension; nil where the checklist has none of that name.
  let dimension: Int?
  /// The entry of the item under the dimension, which is the dimension itself where the cell is empty; nil where the
  /// checklist has none of that name.
  let item: Int?
}

extension Checklist {
  /// The rows of a survey. A cell that holds for several rows is looked up once: it may be as long as a plan.
  func placed(_ rows: [SurveyRow]) -> [PlacedSurveyRow] {
    var placed: [PlacedSurveyRow] = []
    placed.reserveCapacity(rows.count)
    for row in rows {
      let previous = placed.last
      let isSameDimension = previous?.row.dimension.string == row.dimension.string
      let dimension = isSameDimension ? previous?.dimension : entry(named: row.dimension.string, under: nil)
      let isSameItem = isSameDimension && previous?.row.item.string == row.item.string
      let item = isSameItem ? previous?.item : self.item(of: row, under: dimension)
      placed.append(PlacedSurveyRow(row: row, dimension: dimension, item: item))
    }
    return placed
  }

  private func item(of row: SurveyRow, under dimension: Int?) -> Int? {
    guard let dimension else { return nil }
    return row.item.isBlank ? dimension : entry(named: row.item.string, under: dimension)
  }
}
