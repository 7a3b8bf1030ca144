package hotline.intake.knowledge;

import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.Violations;
import hotline.intake.cases.CaseId;
import hotline.intake.cases.FormText;
import hotline.intake.reference.Directories;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.TextMask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was read out is said to be wrong (答错了), and its owner decides. */
@ApplicationScoped
class ReportKnowledge {
  static final int LONGEST_WORDS = 500;

  /** The report as it was taken. */
  public record Reported(UUID reportId, String code, int version) {}

  private final KnowledgeRepository items;
  private final KnowledgeVersions versions;
  private final KnowledgeReports reports;
  private final ContactVault vault;
  private final Directories directories;
  private final Clock clock;

  @Inject
  ReportKnowledge(
      KnowledgeRepository items,
      KnowledgeVersions versions,
      KnowledgeReports reports,
      ContactVault vault,
      Directories directories,
      Clock clock) {
    this.items = items;
    this.versions = versions;
    this.reports = reports;
    this.vault = vault;
    this.directories = directories;
    this.clock = clock;
  }

  /** Leaves the revision of the item: who writes at it need not begin anew. */
  @Transactional
  Reported report(
      String code,
      Integer version,
      String typedCase,
      String typedReason,
      String typedWords,
      KnowledgeRights rights) {
    ReportReason reason = oneOf(ReportReason.values(), typedReason, "reason");
    Violations violations = new Violations();
    String words = FormText.read(violations, typedWords, LONGEST_WORDS, "words");
    violations
        .require(
            words != null || reason != ReportReason.OTHER,
            "words",
            "required",
            "请说明哪里不对。",
            "Say what is wrong.")
        .require(version != null, "version", "required", "必填。", "This is required.")
        .throwIfAny();
    UUID caseId = typedCase == null || typedCase.isBlank() ? null : CaseId.parse(typedCase.strip());
    items.known(code);
    if (versions.find(code, version).filter(kept -> kept.publishedAt() != null).isEmpty()) {
      throw new Invalid(
          "version",
          "unknown-value",
          "该条目没有发布过这个版本。",
          "No such version of this item was published.");
    }
    if (caseId != null) {
      reports.requireAnsweredWith(caseId, code, version, rights.scope());
    }
    Contact reporter = caseId == null ? null : vault.contact(caseId).orElse(null);
    UUID id = UUID.randomUUID();
    boolean added =
        reports.add(
            id,
            code,
            version,
            caseId,
            reason,
            TextMask.mask(words, reporter).text(),
            rights.actor().userId(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    if (!added) {
      throw KnowledgeRefused.reportedBefore();
    }
    return new Reported(id, code, version);
  }

  /** Where it was wrong, the text that was published becomes a draft to be put right. */
  @Transactional
  KnowledgeRef decide(
      String code,
      UUID reportId,
      String typedDecision,
      String typedReason,
      IfMatch expected,
      KnowledgeRights rights) {
    ReportDecision decision = oneOf(ReportDecision.values(), typedDecision, "decision");
    Violations violations = new Violations();
    String because =
        KnowledgeForm.publicText(violations, typedReason, LONGEST_WORDS, "reason", true);
    violations.throwIfAny();
    KnowledgeItem item = items.locked(code);
    rights.requireMayWrite(KnowledgeOwner.path(directories.required(), item));
    expected.check(item.version());
    item.requireFits(decision);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String by = rights.actor().userId();
    reports.decide(code, reportId, decision, because, by, now);
    if (decision == ReportDecision.NEW_VERSION && item.draftVersion() == null) {
      KnowledgeText text =
          versions.find(code, item.publishedVersion()).orElseThrow().text().withoutChangeNote();
      versions.save(code, item.write(text.title(), by), text, by, now);
    }
    return items.saved(item);
  }

  private static <T extends Enum<T>> T oneOf(T[] all, String typed, String field) {
    return Arrays.stream(all)
        .filter(value -> value.name().equals(typed))
        .findFirst()
        .orElseThrow(
            () -> {
              String names = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
              return new Invalid(
                  field, "unknown-value", "可选值：" + names + "。", "One of: " + names + ".");
            });
  }
}
