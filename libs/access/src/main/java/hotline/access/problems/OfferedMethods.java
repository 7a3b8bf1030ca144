package hotline.access.problems;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which methods an address takes: a 405 has to say so in its Allow header, and the web stack does
 * not.
 */
@ApplicationScoped
public class OfferedMethods {
  private static final Pattern SLOT = Pattern.compile("\\{[^}]*}");

  private record Offer(Pattern path, String method) {}

  private final BeanManager beans;
  private final String root;
  private final List<Offer> offers = new ArrayList<>();

  @Inject
  OfferedMethods(
      BeanManager beans,
      @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root) {
    this.beans = beans;
    this.root = root;
  }

  void read(@Observes StartupEvent starting) {
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(bean -> bean.getBeanClass())
        .distinct()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .forEach(this::read);
  }

  private void read(Class<?> type) {
    for (Method method : type.getMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (http != null) {
          Path below = method.getAnnotation(Path.class);
          String path =
              root
                  + "/"
                  + type.getAnnotation(Path.class).value()
                  + "/"
                  + (below == null ? "" : below.value());
          offers.add(new Offer(pattern(path), http.value()));
        }
      }
    }
  }

  /** Every slot of a template is one step of the path. */
  private static Pattern pattern(String template) {
    String steps = template.replaceAll("/+", "/").replaceAll("/$", "");
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    for (var slot = SLOT.matcher(steps); slot.find(); at = slot.end()) {
      pattern.append(Pattern.quote(steps.substring(at, slot.start()))).append("[^/]+");
    }
    return Pattern.compile(pattern + Pattern.quote(steps.substring(at)) + "/?");
  }

  /** As the Allow header wants it; what takes GET takes HEAD, and all take OPTIONS. */
  String at(String path) {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    for (Offer offer : offers) {
      if (offer.path().matcher(path).matches()) {
        methods.add(offer.method());
        if (offer.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return String.join(", ", methods);
  }
}
