package hotline.access.guard;

import hotline.access.problems.ProblemWriter;
import hotline.access.problems.WebProblems;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Requests that end before they reach a resource get a problem document too. */
@ApplicationScoped
public class UnroutedProblems {
  void install(@Observes Router router) {
    for (int status : new int[] {400, 404, 405, 406, 408, 413, 415}) {
      router.errorHandler(
          status, exchange -> ProblemWriter.write(WebProblems.ofStatus(status), exchange));
    }
  }
}
