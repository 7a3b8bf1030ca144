package hotline.dispatch.attachments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Actor;
import hotline.access.Answer;
import hotline.access.CommandKey;
import hotline.access.IdempotentCommands;
import hotline.access.NotFound;
import hotline.access.Scope;
import hotline.access.Unavailable;
import hotline.dispatch.assignments.AssignmentRepository;
import hotline.dispatch.cases.Cause;
import hotline.dispatch.supervision.OrderUnits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A unit uploads a file (上传附件). It waits for the act that names it. The file is read and worked on
 * before the transaction begins, which then only writes.
 */
@ApplicationScoped
public class KeepAttachment {

  /** A grainy picture takes a quarter of a small heap while it is written anew. */
  private static final int AT_ONCE = 1;

  private static final int PATIENCE_SECONDS = 20;

  private final AssignmentRepository assignments;
  private final OrderUnits orders;
  private final AttachmentStore store;
  private final FileRoom room;
  private final IdempotentCommands commands;
  private final ObjectMapper json;
  private final Clock clock;
  private final Counter files;
  private final Counter bytes;
  // A decoded picture is large: whoever comes second waits with the file on disk.
  private final Semaphore working = new Semaphore(AT_ONCE, true);

  KeepAttachment(
      AssignmentRepository assignments,
      OrderUnits orders,
      AttachmentStore store,
      FileRoom room,
      IdempotentCommands commands,
      ObjectMapper json,
      Clock clock,
      MeterRegistry metrics) {
    this.assignments = assignments;
    this.orders = orders;
    this.store = store;
    this.room = room;
    this.commands = commands;
    this.json = json;
    this.clock = clock;
    this.files =
        Counter.builder("hotline.attachments.kept")
            .description("Files of units that were kept")
            .register(metrics);
    this.bytes =
        Counter.builder("hotline.attachments.kept.size")
            .baseUnit("bytes")
            .description("Size of the files of units that were kept")
            .register(metrics);
  }

  /** What was uploaded, and with which key. */
  record Sent(String path, String key, String name, InputStream body) {}

  /**
   * What a file is sent to.
   *
   * @param over why nothing could ever name the file; null while an act may
   */
  record Target(FileOwner owner, FileRefused.Reason over) {}

  Target task(UUID assignmentId) {
    return assignments
        .findByIdOptional(assignmentId)
        .map(
            task ->
                new Target(FileOwner.of(task), task.isOver() ? FileRefused.Reason.TASK_OVER : null))
        .orElseThrow(() -> new NotFound("承办任务", "task"));
  }

  Target order(UUID orderId) {
    FileOwner owner =
        orders.of(orderId).orElseThrow(() -> new NotFound("督办单", "supervision order"));
    return new Target(owner, orders.awaitReport(orderId) ? null : FileRefused.Reason.ORDER_OVER);
  }

  /** The same file with the same key is answered as before, and not kept twice. */
  AttachmentView keep(Actor actor, Target target, Sent sent) {
    FileOwner owner = target.owner();
    Scope.of(actor).requireMayActForUnit(owner.unitPath());
    if (target.over() != null) {
      throw new FileRefused(target.over());
    }
    CommandKey key = new CommandKey(actor.userId(), "POST", sent.path(), sent.key());
    int erasedBefore = store.erasedFollowers(owner.caseId());
    try (Upload upload = Upload.of(sent.body())) {
      await();
      try {
        return keep(actor, owner, sent, key, upload, erasedBefore);
      } finally {
        working.release();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AttachmentView keep(
      Actor actor, FileOwner owner, Sent sent, CommandKey key, Upload upload, int erasedBefore)
      throws IOException {
    Instant now = Cause.now(clock);
    ReadyFile file = ReadyFile.of(upload, now);
    String name = FileName.clean(sent.name(), file.type());
    IdempotentCommands.Outcome outcome =
        commands.run(
            key,
            digest(upload, sent.name()),
            () -> answer(add(owner, name, file, actor.userId(), erasedBefore)));
    if (!outcome.repeated()) {
      files.increment();
      bytes.increment(file.size());
    }
    return json.readValue(outcome.answer().body(), AttachmentView.class);
  }

  /**
   * The time of the file is one at which the case is locked: an erasure of one that follows it has
   * either been, or finds the file.
   */
  private AttachmentView add(
      FileOwner owner, String name, ReadyFile file, String by, int erasedBefore) {
    FileRoom.Taken taken = store.taken(owner.caseId(), owner.unitId());
    if (store.isErased(owner.caseId())) {
      throw new FileRefused(FileRefused.Reason.CASE_ERASED);
    }
    if (store.erasedFollowersNow(owner.caseId()) != erasedBefore) {
      throw new FileRefused(FileRefused.Reason.FOLLOWER_ERASED);
    }
    room.require(taken, file.size());
    UUID id = UUID.randomUUID();
    store.add(id, owner, name, file, by, Cause.now(clock));
    PhotoFacts facts = file.facts();
    return new AttachmentView(
        id,
        name,
        file.type().mediaType(),
        file.size(),
        file.sha256(),
        facts.takenAt(),
        facts.latitude() == null ? null : facts.latitude().doubleValue(),
        facts.longitude() == null ? null : facts.longitude().doubleValue(),
        false);
  }

  private Answer answer(AttachmentView kept) throws JsonProcessingException {
    return new Answer(201, null, null, MediaType.APPLICATION_JSON, json.writeValueAsBytes(kept));
  }

  private static byte[] digest(Upload upload, String name) {
    MessageDigest sha = Upload.sha256();
    sha.update(upload.digest());
    if (name != null) {
      sha.update(name.getBytes(StandardCharsets.UTF_8));
    }
    return sha.digest();
  }

  private void await() {
    try {
      if (!working.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Unavailable();
    }
  }
}
