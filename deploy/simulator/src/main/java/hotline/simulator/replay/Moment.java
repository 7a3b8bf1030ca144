package hotline.simulator.replay;

import hotline.simulator.requests.CitizenRequest;
import hotline.simulator.requests.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something that happens at an exact time of the file. */
record Moment(Instant at, Kind kind, Play play) {

  enum Kind {
    REGISTRATION,
    REPLY,
    SECOND_REPLY,
    WITHDRAWAL
  }

  /** All moments of the requests in the order of time. */
  static List<Moment> of(List<Play> plays) {
    List<Moment> moments = new ArrayList<>();
    for (Play play : plays) {
      CitizenRequest request = play.request();
      Stage stage = request.script().stage();
      moments.add(new Moment(request.receivedAt(), Kind.REGISTRATION, play));
      if (stage == Stage.WITHDRAWN) {
        moments.add(new Moment(request.repliedAt(), Kind.WITHDRAWAL, play));
      } else if (stage.reaches(Stage.REPLIED)) {
        moments.add(new Moment(request.repliedAt(), Kind.REPLY, play));
        if (request.secondReply() != null) {
          moments.add(new Moment(request.secondRepliedAt(), Kind.SECOND_REPLY, play));
        }
      }
    }
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }
}
