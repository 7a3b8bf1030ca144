package hotline.simulator.requests;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import hotline.simulator.requests.CitizenRequest.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Requests and replies from a CSV file; times in it are those of the city's clocks. */
public final class RequestFile {

  /** The city's time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<String> NEEDED =
      List.of("message_id", "title", "created_at", "detail", "reply", "replied_at");

  private RequestFile() {}

  public static List<CitizenRequest> read(Path file) throws IOException {
    List<CitizenRequest> requests = new ArrayList<>();
    for (Map<String, String> line : lines(file, NEEDED)) {
      requests.add(request(line));
    }
    return requests;
  }

  /** The lines of any CSV file with a header, by column. */
  public static List<Map<String, String>> lines(Path file, List<String> needed) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return lines(in, needed, file.toString());
    }
  }

  /** The lines of CSV text with a header, by column. */
  public static List<Map<String, String>> lines(java.io.Reader in, List<String> needed, String name)
      throws IOException {
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.IGNORE_TRAILING_UNMAPPABLE)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (MappingIterator<Map<String, String>> lines =
        mapper.readerForMapOf(String.class).with(header).readValues(in)) {
      List<Map<String, String>> all = lines.readAll();
      for (String column : needed) {
        if (!all.isEmpty() && !all.get(0).containsKey(column)) {
          throw new IOException(name + ": 缺少列 / column missing: " + column);
        }
      }
      return all;
    }
  }

  /** A local time of the file. */
  public static Instant time(String text) {
    return LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
  }

  private static CitizenRequest request(Map<String, String> line) {
    String replied = line.get("replied_at");
    String second = text(line, "second_replied_at");
    return new CitizenRequest(
        line.get("message_id"),
        text(line, "user_id"),
        line.get("title").strip(),
        line.get("detail").strip(),
        time(line.get("created_at")),
        text(line, "reply"),
        replied.isBlank() ? null : time(replied),
        text(line, "second_reply"),
        second == null ? null : time(second),
        script(line));
  }

  private static Script script(Map<String, String> line) {
    if (!line.containsKey("stage")) {
      return Script.NONE;
    }
    String opinion = text(line, "opinion");
    return new Script(
        text(line, "kind"),
        text(line, "urgency"),
        text(line, "channel"),
        text(line, "category"),
        text(line, "place"),
        Stage.valueOf(line.get("stage")),
        opinion == null ? null : Opinion.valueOf(opinion),
        "yes".equals(text(line, "rates_online")));
  }

  private static String text(Map<String, String> line, String column) {
    String value = line.get(column);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
