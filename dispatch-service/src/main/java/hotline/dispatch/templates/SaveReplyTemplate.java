package hotline.dispatch.templates;

import hotline.access.Actor;
import hotline.access.IfMatch;
import hotline.access.Invalid;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.directory.Directory;
import hotline.dispatch.directory.DirectoryStore;
import hotline.dispatch.directory.OwnUnit;
import hotline.lifecycle.DirectoryEntry.Unit;
import hotline.lifecycle.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A keeper of the unit adds a template, writes its next text, or puts it out of use. */
@ApplicationScoped
class SaveReplyTemplate {

  private final ReplyTemplateStore store;
  private final DirectoryStore directory;
  private final Clock clock;

  SaveReplyTemplate(ReplyTemplateStore store, DirectoryStore directory, Clock clock) {
    this.store = store;
    this.directory = directory;
    this.clock = clock;
  }

  @Transactional
  ReplyTemplate add(Actor actor, ReplyTemplateEntry said) {
    Directory now = directory.recent();
    ReplyTemplateEntry entry = checked(said, now);
    Unit unit =
        OwnUnit.of(actor, now)
            .orElseThrow(
                () ->
                    new Invalid(
                        "unit",
                        "unknown-unit",
                        "您的账号没有对应的现有单位，请联系管理员。",
                        "Your account has no unit of the directory. Ask an administrator."));
    Instant at = Cause.now(clock);
    return save(entry, Uuid7.at(at), unit.code(), 0, true, actor, at);
  }

  @Transactional
  ReplyTemplate change(Actor actor, UUID templateId, IfMatch expected, ReplyTemplateEntry said) {
    Directory now = directory.recent();
    ReplyTemplate present =
        store.lock(templateId).orElseThrow(() -> new NotFound("答复模板", "reply template"));
    Scope.of(actor).requireMayActForUnit(OwnUnit.path(present.unitId(), now));
    expected.check(present.version());
    ReplyTemplateEntry entry = checked(said, now);
    if (present.saysTheSameAs(entry)) {
      return present;
    }
    return save(
        entry,
        templateId,
        present.unitId(),
        present.version() + 1,
        !present.active(),
        actor,
        Cause.now(clock));
  }

  private static ReplyTemplateEntry checked(ReplyTemplateEntry said, Directory now) {
    ReplyTemplateEntry entry =
        (said == null ? new ReplyTemplateEntry(null, null, null, null, null) : said).stripped();
    // One that is put out of use may be about a category that is no more.
    boolean known =
        entry.categoryCode() == null
            || now.category(entry.categoryCode())
                .filter(one -> !entry.isActive() || one.active())
                .isPresent();
    entry.check(known).throwIfAny();
    return entry;
  }

  private ReplyTemplate save(
      ReplyTemplateEntry entry,
      UUID templateId,
      String unitId,
      long version,
      boolean comesIntoUse,
      Actor actor,
      Instant at) {
    if (entry.isActive()) {
      store.lockUnit(unitId);
      if (store.isNamed(unitId, entry.name(), templateId)) {
        throw new TemplateNameTaken();
      }
      if (comesIntoUse && store.counts(unitId)[0] >= TooManyTemplates.MOST) {
        throw new TooManyTemplates();
      }
    }
    ReplyTemplate next =
        new ReplyTemplate(
            templateId,
            unitId,
            version,
            entry.name(),
            entry.categoryCode(),
            entry.handlingText(),
            entry.publicReply(),
            entry.isActive(),
            actor.userId(),
            at);
    store.save(next);
    return next;
  }
}
