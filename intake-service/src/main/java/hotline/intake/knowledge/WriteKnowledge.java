package hotline.intake.knowledge;

import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.intake.reference.Directories;
import hotline.intake.reference.Directory;
import hotline.lifecycle.DirectoryEntry.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** A new item, or the text that is to become the next version of one (起草). */
@ApplicationScoped
class WriteKnowledge {
  private final KnowledgeRepository items;
  private final KnowledgeVersions versions;
  private final Directories directories;
  private final Clock clock;

  @Inject
  WriteKnowledge(
      KnowledgeRepository items, KnowledgeVersions versions, Directories directories, Clock clock) {
    this.items = items;
    this.versions = versions;
    this.directories = directories;
    this.clock = clock;
  }

  @Transactional
  KnowledgeRef begin(KnowledgeForm form, KnowledgeRights rights) {
    Directory directory = directories.required();
    Unit owner = form.owner(directory);
    rights.requireMayWrite(owner.path());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    KnowledgeText text = form.checked(directory, CityDay.of(now));
    KnowledgeItem item = new KnowledgeItem(items.nextCode(), owner.code(), now);
    int version = item.write(text.title(), rights.actor().userId());
    KnowledgeRef ref = items.saved(item);
    versions.save(item.code(), version, text, rights.actor().userId(), now);
    return ref;
  }

  @Transactional
  KnowledgeRef revise(String code, KnowledgeForm form, IfMatch expected, KnowledgeRights rights) {
    Directory directory = directories.required();
    KnowledgeItem item = items.locked(code);
    rights.requireMayWrite(KnowledgeOwner.path(directory, item));
    expected.check(item.version());
    if (form.ownerUnit() != null && !form.ownerUnit().strip().equals(item.ownerUnit())) {
      throw new Invalid(
          "ownerUnit",
          "not-changed-here",
          "责任单位不能改。如已移交其他单位，请停用本条并由新单位另建。",
          "The owner stays. If another unit is in charge now, retire this item and let it write a new one.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    KnowledgeText text = form.checked(directory, CityDay.of(now), standing(item));
    int version = item.write(text.title(), rights.actor().userId());
    versions.save(code, version, text, rights.actor().userId(), now);
    return items.saved(item);
  }

  private List<KnowledgeText> standing(KnowledgeItem item) {
    return Stream.of(item.draftVersion(), item.publishedVersion())
        .flatMap(version -> versions.find(item.code(), version).stream())
        .map(KnowledgeVersions.Kept::text)
        .toList();
  }
}
