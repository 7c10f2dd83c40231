package shop;

abstract class Entity {}
