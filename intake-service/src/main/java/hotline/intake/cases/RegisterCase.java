package hotline.intake.cases;

import hotline.intake.cases.CaseJournal.Entry;
import hotline.intake.texting.AcknowledgementText;
import hotline.intake.texting.QueueTexts;
import hotline.intake.texting.QueueTexts.NewCase;
import hotline.intake.vault.CaseKey;
import hotline.intake.vault.Contact;
import hotline.intake.vault.ContactVault;
import hotline.intake.vault.ContactVault.Deposit;
import hotline.intake.vault.Switchboards;
import hotline.intake.vault.TextMask;
import hotline.intake.vault.TextMask.Masked;
import hotline.lifecycle.CaseRegistered;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Uuid7;
import hotline.relay.quarkus.CityCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Registers requests (登记): number, vault, case, file and event in one transaction. */
@ApplicationScoped
public class RegisterCase {

  /**
   * What the caller is told; the query code is not to be had again.
   *
   * @param acknowledgement null of what the system before this one handed over
   */
  public record Registered(
      UUID caseId,
      String caseNo,
      String queryCode,
      CaseStatus status,
      long version,
      Instant registeredAt,
      AcknowledgementText acknowledgement) {}

  private record Prepared(
      HotlineCase hotlineCase, String code, CaseRegistered event, Deposit deposit) {
    NewCase told() {
      return new NewCase(hotlineCase, code, deposit.contact());
    }
  }

  private final CaseNumbers numbers;
  private final QueryCode queryCodes;
  private final ContactVault vault;
  private final Switchboards switchboards;
  private final CaseRepository cases;
  private final CaseJournal journal;
  private final ScreeningLimits limits;
  private final ScreeningTimer screeningTimer;
  private final CityCalendars calendars;
  private final QueueTexts texts;
  private final Clock clock;

  @Inject
  RegisterCase(
      CaseNumbers numbers,
      QueryCode queryCodes,
      ContactVault vault,
      Switchboards switchboards,
      CaseRepository cases,
      CaseJournal journal,
      ScreeningLimits limits,
      ScreeningTimer screeningTimer,
      CityCalendars calendars,
      QueueTexts texts,
      Clock clock) {
    this.numbers = numbers;
    this.queryCodes = queryCodes;
    this.vault = vault;
    this.switchboards = switchboards;
    this.cases = cases;
    this.journal = journal;
    this.limits = limits;
    this.screeningTimer = screeningTimer;
    this.calendars = calendars;
    this.texts = texts;
    this.clock = clock;
  }

  /** Refuses with {@link ExternalRefKnown} what was registered before. */
  @Transactional
  public Registered register(Registration registration, Doer doer) {
    return register(registration, null, doer);
  }

  /**
   * The same, proposed to be handled with a case of another citizen.
   *
   * @param sameAs null for none
   */
  @Transactional
  Registered register(Registration registration, UUID sameAs, Doer doer) {
    return register(List.of(registration), sameAs, doer).get(0);
  }

  /** All of them or none. */
  @Transactional
  public List<Registered> register(List<Registration> registrations, Doer doer) {
    return register(registrations, null, doer);
  }

  private List<Registered> register(List<Registration> registrations, UUID sameAs, Doer doer) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Set<Contact> ofMany =
        switchboards.among(registrations.stream().map(Registration::reporter).toList());
    List<Prepared> prepared =
        registrations.stream()
            .map(told -> prepare(told, ofMany.contains(told.reporter()), doer, now))
            .toList();
    prepared.forEach(one -> one.hotlineCase().proposeToJoin(sameAs));
    List<Entry> entries = new ArrayList<>();
    for (Prepared one : prepared) {
      HotlineCase hotlineCase = one.hotlineCase();
      entries.add(
          new Entry(
              hotlineCase,
              hotlineCase.file(List.of(), now),
              one.event(),
              hotlineCase.happenedAt()));
      if (hotlineCase.origin() != null) {
        entries.addAll(beside(hotlineCase, now));
      }
    }
    // Says first, writes after: the row then holds the sequence of what was said, in one insert.
    journal.say(entries, doer, now);
    List<HotlineCase> registered = prepared.stream().map(Prepared::hotlineCase).toList();
    cases.insert(registered);
    screeningTimer.set(registered);
    Map<UUID, CaseKey> sealing = vault.keep(prepared.stream().map(Prepared::deposit).toList());
    Map<UUID, AcknowledgementText> told =
        texts.registered(prepared.stream().map(Prepared::told).toList(), sealing, now);
    return prepared.stream().map(one -> registered(one, told)).toList();
  }

  /**
   * @param ofMany whether many people call from the number (总机): then it is nobody's pseudonym
   */
  private Prepared prepare(Registration told, boolean ofMany, Doer doer, Instant now) {
    CaseNumber number = numbers.next(now);
    UUID id = Uuid7.at(now);
    String code = queryCodes.invent();
    Map<String, String> originals = new TreeMap<>();
    Registration masked = masked(told, originals);
    HotlineCase hotlineCase =
        new HotlineCase(
            id,
            number,
            queryCodes.digest(id, code),
            masked,
            told.anonymous() || ofMany ? null : vault.callerRef(told.reporter()),
            doer.ref(),
            screening(told, now),
            now);
    return new Prepared(
        hotlineCase,
        code,
        hotlineCase.register(told.reporter().hasNumber()),
        new Deposit(id, told.reporter(), originals));
  }

  /** What the system before this one hands over was screened there. */
  private ScreeningClock screening(Registration told, Instant now) {
    if (told.origin() != null && !told.origin().isPaper()) {
      return null;
    }
    Instant start = told.origin() == null ? now : told.receivedAt();
    return ScreeningClock.start(start, limits.of(told.urgency()), calendars.recent());
  }

  /**
   * What is true of a case that is entered later (补登) the moment it is: its screening may have been
   * missed before anybody could see it, or it was accepted in the system before this one.
   */
  private List<Entry> beside(HotlineCase enteredLater, Instant now) {
    if (enteredLater.origin().isPaper()) {
      return enteredLater.screeningWords(calendars.recent(), now).stream()
          .map(word -> new Entry(enteredLater, null, word))
          .toList();
    }
    Instant then = enteredLater.happenedAt();
    return List.of(new Entry(enteredLater, null, enteredLater.accept(then), then));
  }

  private static Registration masked(Registration told, Map<String, String> originals) {
    Contact reporter = told.reporter();
    return told.withTexts(
        masked("address", told.address(), reporter, originals),
        masked("title", told.title(), reporter, originals),
        masked("content", told.content(), reporter, originals),
        masked("demand", told.demand(), reporter, originals));
  }

  private static String masked(
      String part, String text, Contact reporter, Map<String, String> originals) {
    Masked masked = TextMask.mask(text, reporter);
    if (masked.changed()) {
      originals.put(part, text);
    }
    return masked.text();
  }

  private static Registered registered(Prepared one, Map<UUID, AcknowledgementText> told) {
    HotlineCase hotlineCase = one.hotlineCase();
    return new Registered(
        hotlineCase.id(),
        hotlineCase.caseNo(),
        one.code(),
        hotlineCase.status(),
        hotlineCase.version(),
        hotlineCase.registeredAt(),
        told.get(hotlineCase.id()));
  }
}
