/** The tasks of the risk engine. */
#pragma once

void bookGreeks();
void scenarioGrid();
void scenarioShortfall();
