package shop;

abstract class Numbering<E extends Entity, C extends Create<E>> extends Recording<String, C, E> {}
