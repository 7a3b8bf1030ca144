package hotline.access.testing.proofs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A right body with one thing wrong in it. */
final class SpoiledJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes halves of characters, which UTF-8 cannot. */
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String[] OTHER_BODIES = {
    "",
    " ",
    "[]",
    "[{}]",
    "{}",
    "\"x\"",
    "7",
    "true",
    "null",
    "{",
    "}",
    "{\"a\":}",
    "<x/>",
    "a=b",
    "{'a':1}",
    "{\"a\":1}{\"a\":2}",
    "NaN",
    "\ufeff{}",
    "{\"\":\"\"}",
    "{\"a\":1,}",
    "//x\n{}"
  };
  private static final String[] READ_ONLY = {
    "status",
    "state",
    "unit",
    "unitPath",
    "dueAt",
    "closedBy",
    "version",
    "caseId",
    "caseNo",
    "queryCode",
    "actor",
    "roles",
    "id",
    "__proto__",
    "class",
    "@type",
    "$ref"
  };

  private final Random random;

  SpoiledJson(Random random) {
    this.random = random;
  }

  byte[] of(byte[] right) {
    try {
      return JSON.readTree(right) instanceof ObjectNode object && random.nextInt(8) > 0
          ? field(object)
          : whole(right);
    } catch (java.io.IOException notJson) {
      return whole(right);
    }
  }

  private byte[] whole(byte[] right) {
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(right, random.nextInt(right.length + 1));
      case 1 -> flipped(right);
      case 2 -> new String(right, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      default -> OTHER_BODIES[random.nextInt(OTHER_BODIES.length)].getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] flipped(byte[] right) {
    byte[] bytes = right.clone();
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private byte[] field(ObjectNode object) throws JsonProcessingException {
    List<ObjectNode> objects = new ArrayList<>(List.of(object));
    object.forEach(
        child -> {
          if (child instanceof ObjectNode inner) {
            objects.add(inner);
          }
        });
    ObjectNode at = objects.get(random.nextInt(objects.size()));
    List<String> names = at.properties().stream().map(Map.Entry::getKey).toList();
    String name = names.isEmpty() ? "a" : names.get(random.nextInt(names.size()));
    switch (random.nextInt(8)) {
      case 0 -> at.remove(name);
      case 1 -> at.set(READ_ONLY[random.nextInt(READ_ONLY.length)], value());
      case 2 -> at.set(NastyTexts.any(random), value());
      case 3 -> {
        return twice(object, name);
      }
      case 4 -> {
        return deep(object, name);
      }
      case 5, 6 -> at.put(name, NastyTexts.any(random));
      default -> at.set(name, value());
    }
    String text = ASCII.writeValueAsString(object);
    return (random.nextBoolean() ? text : JSON.readTree(text).toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] twice(ObjectNode object, String name) {
    String text = object.toString();
    return (text.substring(0, text.length() - 1) + ",\"" + name + "\":\"twice\"}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] deep(ObjectNode object, String name) {
    boolean lists = random.nextBoolean();
    String nested =
        lists
            ? "[".repeat(1000) + "]".repeat(1000)
            : "{\"a\":".repeat(1000) + "1" + "}".repeat(1000);
    object.remove(name);
    String text = object.toString();
    return (text.substring(0, text.length() - 1)
            + (object.isEmpty() ? "" : ",")
            + "\""
            + name
            + "\":"
            + nested
            + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode value() {
    return switch (random.nextInt(11)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(new BigInteger("9".repeat(1 + random.nextInt(400))));
      case 4 -> NODES.numberNode(random.nextDouble() * 1e300);
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.arrayNode().add(NODES.nullNode()).add("x");
      case 7 -> NODES.objectNode();
      case 8 -> NODES.objectNode().put("a", 1);
      case 9 -> NODES.arrayNode().addAll(java.util.Collections.nCopies(2_000, NODES.textNode("x")));
      default -> NODES.textNode(NastyTexts.any(random));
    };
  }
}
