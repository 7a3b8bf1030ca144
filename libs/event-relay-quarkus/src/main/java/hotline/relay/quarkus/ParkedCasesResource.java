package hotline.relay.quarkus;

import hotline.relay.NotTheNextNumber;
import hotline.relay.ParkedKey;
import hotline.relay.ParkedKeys;
import hotline.relay.ParkedRecord;
import hotline.relay.RedriveResult;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** What is parked, for the administrator: look, re-drive after the fix, set aside with a reason. */
@Path("/api/parked-cases")
@RolesAllowed("system-admin")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ParkedCasesResource {

  private static final Logger LOG = Logger.getLogger(ParkedCasesResource.class);
  private static final int USUAL_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int PREVIEW = 500;

  private final ParkedKeys parkedKeys;

  ParkedCasesResource(ParkedKeys parkedKeys) {
    this.parkedKeys = parkedKeys;
  }

  /** A page of parked keys and the exact count of all. */
  public record ParkedCases(List<ParkedCase> items, long count, String next) {}

  /** One parked key. */
  public record ParkedCase(
      String key, String reason, Instant since, long records, String firstError) {}

  /** One parked key with what waits, in order. */
  public record ParkedCaseDetail(String key, List<WaitingRecord> records) {}

  /**
   * A record as it was read, with why it waits.
   *
   * @param valuePreview the first characters of the value; null where a value may be erased, such
   *     as the text of a case: it is not shown here to those who may not read it there
   */
  public record WaitingRecord(
      long id,
      String topic,
      int partition,
      long offset,
      String type,
      String source,
      String sequence,
      String error,
      String errorText,
      int attempts,
      Instant parkedAt,
      String valuePreview) {}

  /** What a re-drive came to. */
  public record Redriven(
      int applied, int duplicates, long remaining, String error, boolean healed) {}

  /**
   * Why a record is set aside.
   *
   * @param numberCounts true: its number counts as applied without effect, and what waits behind it
   *     can go on; false or absent: the genuine record of that number is still to come
   */
  public record SetAside(String reason, Boolean numberCounts) {}

  @GET
  public ParkedCases list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit)
      throws Exception {
    ParkedKeys.Page page = parkedKeys.list(cursor, limit(limit));
    return new ParkedCases(
        page.items().stream().map(ParkedCasesResource::view).toList(),
        parkedKeys.count(),
        page.next());
  }

  private static int limit(String text) {
    if (text == null) {
      return USUAL_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= HIGHEST_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // Same answer as for a number out of range.
    }
    throw new BadRequestException("limit 必须是 1 到 200 的整数 / limit must be 1 to 200");
  }

  @GET
  @Path("/{key}")
  public ParkedCaseDetail detail(@PathParam("key") String key) throws Exception {
    List<ParkedRecord> records = parkedKeys.records(key);
    if (records.isEmpty()) {
      throw new NotFoundException("没有挂起的记录 / Nothing is parked under this key");
    }
    return new ParkedCaseDetail(key, records.stream().map(this::view).toList());
  }

  @POST
  @Path("/{key}/redrive")
  public Redriven redrive(@PathParam("key") String key, @Context SecurityContext who)
      throws Exception {
    RedriveResult result = parkedKeys.redrive(key);
    LOG.infof("Parked key %s re-driven by %s: %s", key, actor(who), result);
    return view(result);
  }

  @POST
  @Path("/redrive")
  public Redriven redriveAll(@Context SecurityContext who) throws Exception {
    RedriveResult result = parkedKeys.redriveAll();
    LOG.infof("All parked keys re-driven by %s: %s", actor(who), result);
    return view(result);
  }

  @POST
  @Path("/{key}/records/{id}/set-aside")
  @Consumes(MediaType.APPLICATION_JSON)
  public void setAside(
      @PathParam("key") String key,
      @PathParam("id") String id,
      SetAside request,
      @Context SecurityContext who)
      throws Exception {
    if (request == null || request.reason() == null || request.reason().isBlank()) {
      throw new BadRequestException("需要说明理由 / A reason is needed");
    }
    long record = recordOf(key, id);
    boolean counts = Boolean.TRUE.equals(request.numberCounts());
    try {
      if (!parkedKeys.setAside(record, request.reason(), actor(who), counts)) {
        throw new NotFoundException("该记录已不在队列中 / The record no longer waits");
      }
    } catch (NotTheNextNumber gap) {
      throw new ClientErrorException(
          "该记录之前还有编号未处理，不能按已处理计；请先处理排在前面的记录"
              + " / An earlier number is missing, this one cannot count yet: handle the records before it first",
          Response.Status.CONFLICT,
          gap);
    }
    LOG.infof(
        "Record %d of %s set aside by %s, its number %s",
        record, key, actor(who), counts ? "counts" : "stays open");
  }

  private long recordOf(String key, String id) throws Exception {
    try {
      long record = Long.parseLong(id);
      if (parkedKeys.waits(key, record)) {
        return record;
      }
    } catch (NumberFormatException isNone) {
      // Said as of any other that is not there.
    }
    throw new NotFoundException("没有这条记录 / No such record");
  }

  private static String actor(SecurityContext who) {
    return who.getUserPrincipal() == null ? "?" : who.getUserPrincipal().getName();
  }

  private static ParkedCase view(ParkedKey parked) {
    return new ParkedCase(
        parked.key(), parked.reason(), parked.since(), parked.records(), parked.firstError());
  }

  private WaitingRecord view(ParkedRecord record) {
    return new WaitingRecord(
        record.id(),
        record.topic(),
        record.partition(),
        record.offset(),
        record.header("ce_type").orElse(null),
        record.header("ce_source").orElse(null),
        record.header("ce_sequence").orElse(null),
        record.error(),
        record.errorText(),
        record.attempts(),
        record.parkedAt(),
        parkedKeys.withholdsValuesOf(record.topic()) ? null : preview(record.value()));
  }

  private static String preview(byte[] value) {
    if (value == null) {
      return null;
    }
    String text = new String(value, StandardCharsets.UTF_8);
    return text.length() <= PREVIEW
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, PREVIEW)));
  }

  private static Redriven view(RedriveResult result) {
    return new Redriven(
        result.applied(), result.duplicates(), result.remaining(), result.error(), result.healed());
  }
}
