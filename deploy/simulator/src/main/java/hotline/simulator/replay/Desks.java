package hotline.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.simulator.api.Api;
import hotline.simulator.api.GaveUp;
import hotline.simulator.api.Person;
import hotline.simulator.knowledge.Shelf;
import hotline.simulator.requests.Categories;
import hotline.simulator.requests.Places;
import java.util.concurrent.TimeUnit;

/** The API, the lists of the desks, and what an operator chooses from. */
public final class Desks implements AutoCloseable {

  private static final int LOOKS = 480;

  private final Api api;
  private final String source;
  private final Categories categories;
  private final Places places;
  private final Shelf knowledge;
  private final Inbox toSign;
  private final Inbox pending;
  private final Inbox callbacks;

  public Desks(Api api, String source) throws InterruptedException {
    this.api = api;
    this.source = source;
    this.categories = new Categories(awaitItems(api, "/intake/api/reference/categories"));
    this.places = new Places(api);
    this.knowledge = new Shelf(api);
    this.toSign = new Inbox(api, Person.HANDLER, "/dispatch/api/assignments?tab=to-sign&limit=200");
    this.pending = new Inbox(api, Person.DISPATCHER, "/dispatch/api/cases/pending?limit=200");
    this.callbacks =
        new Inbox(api, Person.CALLBACK_AGENT, "/evaluation/api/callbacks?tab=open&limit=200");
  }

  /** A city that was started a moment ago learns its directory from the log, piece by piece. */
  private static JsonNode awaitItems(Api api, String list) throws InterruptedException {
    int before = 0;
    for (int look = 0; look < LOOKS; look++) {
      JsonNode items = api.get(Person.OPERATOR, list).path("items");
      if (!items.isEmpty() && items.size() == before) {
        return items;
      }
      before = items.size();
      TimeUnit.MILLISECONDS.sleep(250);
    }
    throw new GaveUp("没有分类与区划 / No categories came: " + list, null);
  }

  Api api() {
    return api;
  }

  /** Name of the file: where the requests come from. */
  String source() {
    return source;
  }

  Categories categories() {
    return categories;
  }

  Places places() {
    return places;
  }

  /** What an operator reads out. */
  Shelf knowledge() {
    return knowledge;
  }

  Inbox toSign() {
    return toSign;
  }

  /** Cases that wait for a dispatcher. */
  Inbox pending() {
    return pending;
  }

  Inbox callbacks() {
    return callbacks;
  }

  @Override
  public void close() {
    toSign.close();
    pending.close();
    callbacks.close();
  }
}
