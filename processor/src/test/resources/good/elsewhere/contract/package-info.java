@HandledElsewhere
package contract;

import io.neuroglia.message.HandledElsewhere;
