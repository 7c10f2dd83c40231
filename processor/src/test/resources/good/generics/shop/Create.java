package shop;

import io.neuroglia.message.Command;
import java.util.List;

interface Create<E extends Entity> extends Command<List<E>> {}
