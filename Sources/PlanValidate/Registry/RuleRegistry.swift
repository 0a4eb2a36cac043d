import PlanText

/// All rules, in the order of their codes. A test compares the list with the files of rules, so that none is
/// forgotten.
public enum RuleRegistry {
  /// The rules.
  public static let all: [any Rule.Type] = reading + document + checklist + deadlines + units + claims + wording + tool

  /// Their codes and names.
  static let names = RuleNames(all.map { $0.description })

  /// The rule with a code (PT301) or a name (deadline-missing), letter case ignored.
  public static func rule(_ name: String) -> (any Rule.Type)? { names.place(of: name).map { all[$0] } }

  /// The code or name of a rule that was probably meant.
  public static func suggestion(for name: String) -> String? { names.suggestion(for: name) }

  private static let reading: [any Rule.Type] = [
    UnreadableFile.self, JSONSyntax.self, JSONShape.self, HeadingForm.self, HeadingLevel.self, UnknownField.self,
    RepeatedField.self,
    FieldOutsideMeasure.self, MisplacedContentRule.self, UnknownTable.self, TableShape.self, UnclosedComment.self,
    TableNotRead.self, FieldNotListed.self, HiddenContent.self, CellsContinued.self,
    ForeignMarks.self,
  ]
  private static let document: [any Rule.Type] = [
    MetadataMissing.self, MetadataMalformed.self, YearMismatch.self, PeriodBackwards.self, PeriodLength.self,
    Numbering.self,
    AttachmentAbsent.self, AttachmentUnlisted.self, AttachmentLabelStyle.self, ProposalPartMissing.self,
    PhaseOrder.self, ToBeFilledIn.self, TextCutOff.self, MixedNumbering.self, LoneNumber.self, AttachmentTitle.self,
    CheckItemWithoutBox.self, BenefitMissing.self,
  ]
  private static let checklist: [any Rule.Type] = [
    UnknownChecklist.self, UnknownName.self, FocusWithoutMeasure.self, WeightMismatch.self, ChecklistOrder.self,
    RepeatedHeading.self, EmptyMeasure.self, ChecklistCopyDiffers.self, TablesDisagree.self, ChecklistRestated.self,
    GuidanceUnanswered.self, SurveyDiffers.self, NameRestated.self, BenefitRestated.self, CheckpointClaim.self,
  ]
  private static let deadlines: [any Rule.Type] = [
    DeadlineMissing.self, DeadlineNotUnderstood.self, ImpossibleDate.self, DeadlineOutsidePeriod.self,
    DeadlineBackwards.self, RecurrenceOneOff.self, ContradictoryRecurrence.self, DeadlineBunching.self, NoYear.self,
    TimeSlots.self, CompletionOutside.self, ComparisonEarly.self, ActivityFrequency.self, BeforeBasis.self,
    ReportOnSunday.self, PaddedDate.self, PercentageFalls.self, DoneButPending.self, ReportWithoutCompletion.self,
    DeadlineUnscheduled.self, DoneWithoutWords.self, ReportDateOutside.self,
  ]
  private static let units: [any Rule.Type] = [
    UnitsMissing.self, UnitRepeated.self, UnitNotInTaskForce.self, MemberWithoutMeasure.self, TaskForceRoles.self,
    PersonalData.self, UnitAlias.self, Scope.self, HeadsDiffer.self, UnitListUnclear.self,
  ]
  private static let claims: [any Rule.Type] = [
    DocumentNumberYear.self, CitationIncomplete.self, SharesSum.self, StrayDecimalPoint.self, CountMismatch.self,
    SumMismatch.self, DurationMismatch.self, LimitsDiffer.self, RatioPastWhole.self, IssuedOnSunday.self,
    LetterBeforeBasis.self,
  ]
  private static let wording: [any Rule.Type] = [
    RepeatDiffers.self, RepeatSame.self, WrongCharacters.self, UnbalancedBrackets.self, MalformedURL.self,
    DoubledWords.self, NameVariants.self, MeasureContained.self, ClauseRepeated.self, EndMarkMissing.self,
    PunctuationSlip.self, HalfWidthMarks.self, ListedTwice.self, AddressDiffers.self, LookAlikes.self,
    UnseenCharacters.self,
  ]
  private static let tool: [any Rule.Type] = [
    UnknownSuppression.self, UnusedSuppression.self, SuppressionWithoutReason.self,
  ]
}
