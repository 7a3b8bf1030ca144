package hotline.stack;

import java.nio.file.Path;

/**
 * Where everything of one local stack is: its ports and its files.
 *
 * @param root the checkout
 * @param run folder of data, logs and pid files
 * @param port port of the gateway; everything else listens on the ports after it
 */
record StackLayout(Path root, Path run, int port, boolean console) {

  int intakePort() {
    return port + 1;
  }

  int dispatchPort() {
    return port + 2;
  }

  int evaluationPort() {
    return port + 3;
  }

  int reportingPort() {
    return port + 4;
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
