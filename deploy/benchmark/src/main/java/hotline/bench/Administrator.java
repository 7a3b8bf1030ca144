package hotline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adopts a calendar through the API, and reads how far the due times have followed. */
final class Administrator {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI calendar;
  private final String token;

  Administrator(OwnServers servers, String instance) throws IOException {
    calendar = servers.address(instance).resolve("/dispatch/api/calendar");
    token = servers.signer().token("calendar-admin", "calendar-admin");
  }

  void dayOff(LocalDate date) throws IOException, InterruptedException {
    JsonNode inForce = read();
    send(
        request(URI.create(calendar + "/versions"))
            .header("Content-Type", "application/json")
            .header("If-Match", "\"" + inForce.path("version").asLong() + "\"")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(
                        Map.of(
                            "dates",
                            List.of(
                                Map.of(
                                    "date", date.toString(), "isOffDay", true, "name", "全市停电检修")),
                            "reason",
                            "测量")))));
  }

  JsonNode recomputation() throws IOException, InterruptedException {
    return read().path("recomputation");
  }

  private JsonNode read() throws IOException, InterruptedException {
    return send(request(calendar).GET());
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(answer.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
