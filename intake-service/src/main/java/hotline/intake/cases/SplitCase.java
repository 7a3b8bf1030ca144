package hotline.intake.cases;

import hotline.access.Actor;
import hotline.access.Forbidden;
import hotline.access.IfMatch;
import hotline.access.Scope;
import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.cases.RegisterCase.Registered;
import hotline.intake.cases.SplitRules.Demands;
import hotline.intake.reference.Directory;
import hotline.intake.texting.AcknowledgementText;
import hotline.intake.texting.QueueTexts;
import hotline.intake.texting.QueueTexts.NewCase;
import hotline.intake.vault.CaseKey;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.ContactVault.Deposit;
import hotline.lifecycle.CaseMark;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.CityCalendars;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A call that held several demands is taken apart (一诉多求): this case keeps one of them, each other
 * one becomes a case of its own. All of it or nothing.
 */
@ApplicationScoped
public class SplitCase {

  /** Kept with the correction as its reason: nobody has to say why a second time. */
  static final String REASON = "一诉多求拆分 · Split into several demands";

  /** What the citizen is told; the query codes are not to be had again. */
  @Schema(name = "SplitResult")
  public record Split(
      UUID caseId, String caseNo, CaseStatus status, long version, List<Registered> newCases) {}

  private record Prepared(HotlineCase newCase, String code, CaseRegistered event, Deposit deposit) {
    NewCase told() {
      return new NewCase(newCase, code, deposit.contact());
    }
  }

  private final CaseNumbers numbers;
  private final QueryCode queryCodes;
  private final CaseRepository cases;
  private final CorrectCase corrections;
  private final ContactVault vault;
  private final CaseJournal journal;
  private final ScreeningLimits limits;
  private final ScreeningTimer screeningTimer;
  private final CityCalendars calendars;
  private final QueueTexts texts;
  private final Clock clock;
  private final int most;

  SplitCase(
      CaseNumbers numbers,
      QueryCode queryCodes,
      CaseRepository cases,
      CorrectCase corrections,
      ContactVault vault,
      CaseJournal journal,
      ScreeningLimits limits,
      ScreeningTimer screeningTimer,
      CityCalendars calendars,
      QueueTexts texts,
      Clock clock,
      @ConfigProperty(name = "hotline.split.most") int most) {
    this.numbers = numbers;
    this.queryCodes = queryCodes;
    this.cases = cases;
    this.corrections = corrections;
    this.vault = vault;
    this.journal = journal;
    this.limits = limits;
    this.screeningTimer = screeningTimer;
    this.calendars = calendars;
    this.texts = texts;
    this.clock = clock;
    this.most = most;
  }

  @Transactional
  public Split split(
      UUID caseId, SplitForm form, Directory directory, IfMatch expected, Scope scope) {
    Actor actor = scope.actor();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int count = SplitRules.count(form, most);
    // Looked at once before numbers are taken, so that what is refused takes none; and numbers are
    // taken before this transaction has a connection, since they may need one of their own.
    QuarkusTransaction.requiringNew()
        .run(() -> check(cases.known(caseId), form, directory, expected, scope, now));
    List<CaseNumber> taken = Stream.generate(() -> numbers.next(now)).limit(count).toList();
    HotlineCase call = cases.locked(caseId);
    Demands demands = check(call, form, directory, expected, scope, now);
    List<Prepared> prepared = prepare(call, demands.others(), taken, now);
    boolean clockMoved = keep(call, demands.kept(), actor, now);
    say(call, prepared, actor, now);
    cases.insert(prepared.stream().map(Prepared::newCase).toList());
    screeningTimer.set(prepared.stream().map(Prepared::newCase).toList());
    Map<UUID, CaseKey> sealing = vault.keep(prepared.stream().map(Prepared::deposit).toList());
    Map<UUID, AcknowledgementText> told =
        texts.splitOff(prepared.stream().map(Prepared::told).toList(), sealing, now);
    CaseRef stands = cases.saved(call);
    if (clockMoved) {
      screeningTimer.lookAgain(caseId);
    }
    return new Split(
        stands.caseId(),
        stands.caseNo(),
        stands.status(),
        stands.version(),
        prepared.stream().map(one -> registered(one, told)).toList());
  }

  private static Demands check(
      HotlineCase call,
      SplitForm form,
      Directory directory,
      IfMatch expected,
      Scope scope,
      Instant now) {
    if (!scope.seesGrid(call.subject().placePath())) {
      throw CaseRepository.unknown();
    }
    CorrectionPolicy.refusal(scope.actor(), call, now)
        .ifPresent(
            refused -> {
              throw refused;
            });
    expected.check(call.version());
    call.requireSplittable();
    Demands demands =
        SplitRules.check(
            form,
            call.subject(),
            call.reporter().confidential(),
            call.registeredAt(),
            directory,
            now);
    requireInSight(demands, scope);
    return demands;
  }

  private static void requireInSight(Demands demands, Scope scope) {
    Stream<Registration> all =
        Stream.concat(Stream.ofNullable(demands.kept()), demands.others().stream());
    if (!all.allMatch(one -> scope.seesGrid(one.place().path()))) {
      throw new Forbidden(
          "有诉求的地点不在您的网格内，请转由预审员拆分。",
          "The place of one demand is not on your grid; ask a screener to split the case.");
    }
  }

  private List<Prepared> prepare(
      HotlineCase call, List<Registration> demands, List<CaseNumber> taken, Instant now) {
    ContactVault.Opened opened =
        vault
            .open(call.id())
            .orElseGet(() -> new ContactVault.Opened(new Contact(null, null, null), Map.of()));
    List<Prepared> prepared = new ArrayList<>();
    for (int i = 0; i < demands.size(); i++) {
      prepared.add(prepare(call, demands.get(i), taken.get(i), opened, now));
    }
    return prepared;
  }

  private Prepared prepare(
      HotlineCase call,
      Registration demand,
      CaseNumber number,
      ContactVault.Opened opened,
      Instant now) {
    UUID id = Uuid7.at(now);
    String code = queryCodes.invent();
    Map<String, String> originals = new TreeMap<>();
    HotlineCase newCase =
        call.splitOff(
            id,
            number,
            queryCodes.digest(id, code),
            RetoldTexts.newOf(demand, opened, originals),
            ScreeningClock.start(
                call.screeningSince(), limits.of(demand.urgency()), calendars.recent()),
            now);
    return new Prepared(
        newCase,
        code,
        newCase.register(opened.contact().hasNumber()),
        new Deposit(id, opened.contact(), originals));
  }

  /** What this case keeps is narrowed to its own demand; true when that moved its clock. */
  private boolean keep(HotlineCase call, Registration kept, Actor actor, Instant now) {
    if (kept == null) {
      return false;
    }
    CorrectCase.Retold retold = corrections.retell(call, kept);
    return retold.changes() && corrections.keep(call, retold, REASON, actor, now);
  }

  private void say(HotlineCase call, List<Prepared> prepared, Actor actor, Instant now) {
    List<Entry> said = new ArrayList<>();
    said.add(
        new Entry(
            call, null, call.split(prepared.stream().map(one -> one.newCase().id()).toList())));
    Set<CaseMark> marks = Set.copyOf(call.marks());
    for (Prepared one : prepared) {
      HotlineCase newCase = one.newCase();
      said.add(new Entry(newCase, newCase.file(List.of(), now), one.event()));
      // What makes the call one to be watched is as true of each of its demands.
      newCase.mark(marks).ifPresent(marked -> said.add(new Entry(newCase, null, marked)));
    }
    journal.say(said, Doer.of(actor), now);
  }

  private static Registered registered(Prepared one, Map<UUID, AcknowledgementText> told) {
    HotlineCase newCase = one.newCase();
    return new Registered(
        newCase.id(),
        newCase.caseNo(),
        one.code(),
        newCase.status(),
        newCase.version(),
        newCase.registeredAt(),
        told.get(newCase.id()));
  }
}
