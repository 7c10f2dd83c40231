package web;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Depends on the starter, and has set up nothing. */
@SpringBootApplication
public class Web {}
