package hotline.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import hotline.access.Actor;
import hotline.access.CurrentActor;
import hotline.access.Idempotent;
import hotline.access.IfMatch;
import hotline.access.IllegalMove;
import hotline.access.NotFound;
import hotline.access.Role;
import hotline.access.Roles;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A small service to try the module with. */
@Path("/api/things")
@Produces("application/json")
public class ThingResource {
  public enum Kind {
    CONSULT,
    COMPLAINT
  }

  public record Part(@NotBlank String code, int weight) {}

  public record NewThing(
      @NotBlank @Size(max = 50, message = "标题最多 50 个字|At most 50 characters") String title,
      int count,
      Boolean urgent,
      Kind kind,
      Instant at,
      LocalDate day,
      UUID owner,
      BigDecimal amount,
      List<@Valid Part> parts) {}

  public record Seen(UUID id, String title, String state, long version) {}

  public record Who(
      String userId,
      String login,
      Set<String> roles,
      String unitId,
      String unitPath,
      String gridPath) {}

  static final AtomicInteger RUNS = new AtomicInteger();
  static final Semaphore ENTERED = new Semaphore(0);
  static final Semaphore MAY_LEAVE = new Semaphore(0);

  private final DataSource database;
  private final CurrentActor actor;
  private final ObjectMapper json;

  @Inject
  ThingResource(DataSource database, CurrentActor actor, ObjectMapper json) {
    this.database = database;
    this.actor = actor;
    this.json = json;
  }

  @GET
  @PermitAll
  public String list(
      @QueryParam("page") int page,
      @QueryParam("limit") Long limit,
      @QueryParam("day") LocalDate day,
      @QueryParam("kind") Kind kind,
      @HeaderParam("X-Count") Integer count,
      @QueryParam("size") @Max(200) Integer size) {
    return "{\"page\":" + page + "}";
  }

  @GET
  @Path("/{id}")
  @PermitAll
  public Seen one(@PathParam("id") UUID id) throws SQLException {
    return find(id);
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.OPERATOR)
  public Response register(@Valid NewThing thing) throws SQLException {
    RUNS.incrementAndGet();
    UUID id = UUID.randomUUID();
    insert(id, thing.title());
    return Response.created(URI.create("/desk/api/things/" + id))
        .header("ETag", IfMatch.etag(0))
        .entity(new Seen(id, thing.title(), "NEW", 0))
        .build();
  }

  @POST
  @Path("/typed")
  @Idempotent
  @ResponseStatus(201)
  @RolesAllowed(Roles.OPERATOR)
  public Seen registerTyped(@Valid NewThing thing) throws SQLException {
    UUID id = UUID.randomUUID();
    insert(id, thing.title());
    return new Seen(id, thing.title(), "NEW", 0);
  }

  @POST
  @Path("/slow")
  @Idempotent
  @RolesAllowed(Roles.OPERATOR)
  public Response slow(NewThing thing) throws SQLException, InterruptedException {
    insert(UUID.randomUUID(), thing.title());
    ENTERED.release();
    if (!MAY_LEAVE.tryAcquire(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody let me go");
    }
    return Response.ok(thing).build();
  }

  @POST
  @Path("/half-done")
  @Idempotent
  @RolesAllowed(Roles.OPERATOR)
  public Response halfDone(NewThing thing) throws SQLException {
    insert(UUID.randomUUID(), thing.title());
    throw new IllegalMove("现在不行。", "Not now.").with("state", "NEW");
  }

  @POST
  @Path("/{id}/completion")
  @Idempotent
  @RolesAllowed(Roles.CLERK)
  public Response complete(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch)
      throws SQLException {
    Seen thing = find(id);
    IfMatch.of(ifMatch).check(thing.version());
    update("update thing set state = 'DONE', version = version + 1 where id = ?", id);
    return Response.noContent().header("ETag", IfMatch.etag(thing.version() + 1)).build();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Roles.CLERK)
  public Seen change(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch)
      throws SQLException {
    Seen thing = find(id);
    IfMatch.of(ifMatch).check(thing.version());
    return thing;
  }

  @POST
  @Path("/texts")
  @Consumes("text/csv")
  @PermitAll
  public String text(byte[] csv) {
    return "{\"bytes\":" + csv.length + "}";
  }

  @GET
  @Path("/me")
  @Authenticated
  public Who me() {
    Actor who = actor.get();
    return new Who(
        who.userId(),
        who.login(),
        who.roles().stream().map(Role::wireName).collect(Collectors.toSet()),
        who.unitId(),
        who.unitPath(),
        who.gridPath());
  }

  @GET
  @Path("/of-unit")
  @RolesAllowed({Roles.CLERK, Roles.UNIT_LEADER})
  public String ofUnit(@QueryParam("unit") String unit) {
    actor.scope().requireMayActForUnit(unit);
    return "{}";
  }

  @GET
  @Path("/faults/{kind}")
  @PermitAll
  public String fault(@PathParam("kind") String kind) throws SQLException, IOException {
    switch (kind) {
      case "bug" -> throw new IllegalStateException("secret 13800000000\n2026 ERROR forged line");
      case "own-json" -> json.readValue("[]", NewThing.class);
      case "own-json-syntax" -> json.readValue("{", NewThing.class);
      case "sql" -> update("select nothing from nowhere where id = ?", UUID.randomUUID());
      case "too-long" -> insert(UUID.randomUUID(), "x".repeat(60));
      case "overflow" -> recurse(0);
      default -> throw new NotFound("故障", "fault");
    }
    return "{}";
  }

  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }

  private void insert(UUID id, String title) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into thing (id, title) values (?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, title);
      insert.executeUpdate();
    }
  }

  private void update(String sql, UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setObject(1, id);
      update.execute();
    }
  }

  private Seen find(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select title, state, version from thing where id = ?")) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new NotFound("事项", "thing");
        }
        return new Seen(id, row.getString(1), row.getString(2), row.getLong(3));
      }
    }
  }
}
