package hotline.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * Where everything of one local stack is: its ports and its files.
 *
 * @param root the checkout
 * @param run folder of data, logs and pid files
 * @param port port of the gateway; everything else listens on the ports after it
 * @param instances how many of each service run
 * @param texting whether citizens are written to, with telephones to read it on
 */
record StackLayout(Path root, Path run, int port, boolean console, int instances, boolean texting) {

  static final int MOST_INSTANCES = 3;

  /** In the order of their ports. */
  static final List<String> SERVICES = List.of("intake", "dispatch", "evaluation", "reporting");

  /** What an instance is called: the first like its service, the second {@code intake-2}. */
  static String instanceName(String service, int instance) {
    return instance == 1 ? service : service + "-" + instance;
  }

  /** The first instances have the ports after the gateway's, the others those after Kafka's. */
  int servicePort(String service, int instance) {
    int place = SERVICES.indexOf(service) + 1;
    return port + place + (instance == 1 ? 0 : 8 + SERVICES.size() * (instance - 2));
  }

  int identityPort() {
    return port + 5;
  }

  int databasePort() {
    return port + 6;
  }

  int brokerPort() {
    return port + 7;
  }

  int brokerControllerPort() {
    return port + 8;
  }

  /** Where the gateway for text messages listens, after all instances that there may be. */
  int textingPort() {
    return port + 8 + SERVICES.size() * (MOST_INSTANCES - 1) + 1;
  }

  /** Where it can be read what arrived on the telephones. */
  int telephonesPort() {
    return textingPort() + 1;
  }

  String origin() {
    return "http://localhost:" + port;
  }

  Path log(String name) {
    return run.resolve("logs").resolve(name + ".log");
  }

  Path progress() {
    return run.resolve("logs/progress.log");
  }

  /** Exists while the stack is meant to run: the keeper goes on as long as it does. */
  Path keep() {
    return run.resolve("keep");
  }

  /** Exists once everything has answered. */
  Path ready() {
    return run.resolve("ready");
  }

  /** Exists once the demonstration has been played. */
  Path demonstrated() {
    return run.resolve("demonstrated");
  }

  Path clock() {
    return run.resolve("clock");
  }

  Path vaultKey() {
    return run.resolve("vault.key");
  }

  Path realm() {
    return root.resolve("deploy/identity/realm.json");
  }

  Path identityHome() {
    return root.resolve("deploy/stack/target/identity/keycloak-26.7.3");
  }
}
