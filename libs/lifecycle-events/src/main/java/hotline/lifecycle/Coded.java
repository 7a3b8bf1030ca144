package hotline.lifecycle;

/** A code of the field with its name in Chinese and in English. */
public interface Coded {

  String name();

  String zh();

  String en();
}
