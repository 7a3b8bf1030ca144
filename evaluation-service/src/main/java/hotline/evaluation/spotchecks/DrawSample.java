package hotline.evaluation.spotchecks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Actor;
import hotline.access.Invalid;
import hotline.evaluation.callbacks.Callback;
import hotline.evaluation.callbacks.CallbackRepository;
import hotline.evaluation.cases.CaseRepository;
import hotline.evaluation.cases.HotlineCase;
import hotline.evaluation.cases.Speaker;
import hotline.evaluation.log.CaseLog;
import hotline.lifecycle.CaseStatus;
import hotline.lifecycle.Fact;
import hotline.lifecycle.Uuid7;
import hotline.relay.DueTimer;
import hotline.relay.Timers;
import hotline.relay.quarkus.CityCalendars;
import hotline.relay.quarkus.JoinedConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A supervisor draws cases by lot from what was closed in a period (抽样). The supervisor says from
 * what and how much; the seed is made here and the frame is kept, so which cases it becomes is in
 * nobody's hand and can be computed again by anybody.
 */
@ApplicationScoped
class DrawSample {

  private final ClosedCases closedCases;
  private final CaseRepository cases;
  private final CallbackRepository callbacks;
  private final SpotCheckRepository checks;
  private final SpotCheckPolicyInForce policy;
  private final CityCalendars calendars;
  private final CheckEnds ends;
  private final Timers timers;
  private final JoinedConnection database;
  private final CaseLog log;
  private final ObjectMapper json;
  private final Clock clock;

  DrawSample(
      ClosedCases closedCases,
      CaseRepository cases,
      CallbackRepository callbacks,
      SpotCheckRepository checks,
      SpotCheckPolicyInForce policy,
      CityCalendars calendars,
      CheckEnds ends,
      Timers timers,
      JoinedConnection database,
      CaseLog log,
      ObjectMapper json,
      Clock clock) {
    this.closedCases = closedCases;
    this.cases = cases;
    this.callbacks = callbacks;
    this.checks = checks;
    this.policy = policy;
    this.calendars = calendars;
    this.ends = ends;
    this.timers = timers;
    this.database = database;
    this.log = log;
    this.json = json;
    this.clock = clock;
  }

  @Transactional
  UUID draw(DrawOrder order, Actor supervisor) {
    Map<UUID, ClosedCases.Closing> closings =
        database.call(tx -> closings(tx, order)).stream()
            .collect(Collectors.toMap(ClosedCases.Closing::caseId, Function.identity()));
    Frame frame = new Frame(closings.values().stream().map(ClosedCases.Closing::line).toList());
    String seed = Lot.seed();
    Map<UUID, HotlineCase> locked = new HashMap<>();
    List<Frame.Line> drawn = List.of();
    // One that was reopened between the look and its lock is closed no more: it leaves the frame,
    // and the same seed draws again. So does one that somebody holds while others are locked here.
    for (boolean settled = false; !settled; ) {
      int size = sizeFrom(frame, order);
      drawn = StratifiedDraw.draw(frame, size, order.counted(), seed).lines();
      lockTheOthers(drawn, locked);
      Set<UUID> gone =
          drawn.stream()
              .filter(line -> !isStillClosed(locked.get(line.caseId()), line))
              .map(Frame.Line::caseId)
              .collect(Collectors.toSet());
      settled = gone.isEmpty();
      frame = frame.without(gone);
    }
    Speaker speaker = Speaker.person(supervisor, clock);
    UUID drawId = Uuid7.at(speaker.time());
    keep(drawId, order, frame, drawn.size(), seed, speaker);
    said(drawId, order, drawn, closings, locked, speaker);
    return drawId;
  }

  private List<ClosedCases.Closing> closings(Connection tx, DrawOrder order) throws SQLException {
    // One draw after the other: the next one sees what this one has drawn.
    try (PreparedStatement lock =
        tx.prepareStatement("select pg_advisory_xact_lock(hashtext('hotline.spot-draw'))")) {
      lock.execute();
    }
    return closedCases.of(
        tx, order.from(), order.to(), pathOf(tx, order.unitId()), order.category());
  }

  private int sizeFrom(Frame frame, DrawOrder order) {
    int smallest = policy.get().smallestFrame();
    if (frame.size() < smallest) {
      throw NoDraw.tooFew(frame.size(), smallest);
    }
    if (frame.size() > ClosedCases.LARGEST_FRAME) {
      throw NoDraw.tooMany(frame.size(), ClosedCases.LARGEST_FRAME);
    }
    int size = order.of(frame.size());
    int most = policy.get().largestSample(frame.size());
    if (size > most) {
      throw NoDraw.sampleTooLarge(frame.size(), most);
    }
    return size;
  }

  private void lockTheOthers(List<Frame.Line> drawn, Map<UUID, HotlineCase> locked) {
    Set<UUID> more = new HashSet<>();
    drawn.stream()
        .map(Frame.Line::caseId)
        .filter(caseId -> !locked.containsKey(caseId))
        .forEach(more::add);
    // The first ones in the order of their ids; whoever waited for more of them with these in hand
    // could be waited for in turn.
    List<HotlineCase> got = locked.isEmpty() ? cases.locked(more) : cases.lockedAtOnce(more);
    got.forEach(one -> locked.put(one.caseId(), one));
  }

  private static boolean isStillClosed(HotlineCase about, Frame.Line line) {
    return about != null
        && about.round() == line.round()
        && (about.status() == CaseStatus.CLOSED || about.status() == CaseStatus.ARCHIVED);
  }

  private void said(
      UUID drawId,
      DrawOrder order,
      List<Frame.Line> drawn,
      Map<UUID, ClosedCases.Closing> closings,
      Map<UUID, HotlineCase> locked,
      Speaker speaker) {
    CheckClock due = CheckClock.start(speaker.time(), policy.get().limit(), calendars.recent());
    List<UUID> callbackIds =
        drawn.stream().map(line -> closings.get(line.caseId()).callbackId()).toList();
    Map<UUID, Callback> ended =
        callbacks.these(callbackIds).stream()
            .collect(Collectors.toMap(Callback::callbackId, Function.identity()));
    List<Fact> facts = new ArrayList<>();
    Instant end = ends.at(due.due());
    List<DueTimer> timed = new ArrayList<>();
    List<SpotCheck> drawnChecks = new ArrayList<>();
    for (Frame.Line line : drawn) {
      ClosedCases.Closing closing = closings.get(line.caseId());
      HotlineCase about = locked.get(line.caseId());
      SpotCheck check =
          SpotCheck.drawn(
              drawId,
              order.basis(),
              about,
              ended.get(closing.callbackId()),
              closing.category(),
              closing.signals(),
              due,
              speaker.time());
      drawnChecks.add(check);
      timed.add(CheckEnds.timer(check, end));
      facts.add(about.say(check.drawn(), speaker));
    }
    checks.persist(drawnChecks);
    log.append(facts);
    database.call(
        tx -> {
          timers.scheduleAll(tx, timed);
          return null;
        });
  }

  private void keep(
      UUID drawId, DrawOrder order, Frame frame, int size, String seed, Speaker speaker) {
    String text = frame.text();
    database.write(
        """
        insert into spot_draw (draw_id, drawn_at, drawn_by, from_day, to_day, unit_id, category, share,
          sample_size, weights, basis, algorithm, seed, frame_size, frame_sha256, frame)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""",
        drawId,
        speaker.time().atOffset(ZoneOffset.UTC),
        speaker.actor(),
        order.from(),
        order.to(),
        order.unitId(),
        order.category(),
        order.share(),
        size,
        written(order.counted()),
        order.basis().name(),
        StratifiedDraw.ALGORITHM,
        seed,
        frame.size(),
        Frame.sha256(text),
        text);
  }

  private String written(Weights weights) {
    try {
      return weights.areEven() ? null : json.writeValueAsString(weights);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Weights cannot be written", e);
    }
  }

  private static String pathOf(Connection tx, String unitId) throws SQLException {
    if (unitId == null) {
      return null;
    }
    try (PreparedStatement select =
        tx.prepareStatement("select path from unit where unit_id = ?")) {
      select.setString(1, unitId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new Invalid(
              "unitId", "unknown-value", "没有这个单位，请重新选择。", "There is no such unit; choose another.");
        }
        return row.getString(1);
      }
    }
  }
}
