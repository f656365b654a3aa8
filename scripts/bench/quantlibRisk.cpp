/**
 * The peer of the risk engine's rows: QuantLib's Black formula on books whose volatilities are handed over ready-made (see riskPeerInput.ts).
 * What does not change from run to run, such as roots of time, is found once and outside of what is timed.
 */
#include "quantlibRisk.hpp"
#include "quantlibBench.hpp"

#include <ql/pricingengines/blackcalculator.hpp>
#include <ql/pricingengines/blackformula.hpp>

#include <cmath>
#include <numeric>

using namespace QuantLib;

namespace {

struct Leg {
    int coin;
    Option::Type type;
    double strike, size, years, volatility, rootOfTime;
};

struct Book {
    std::vector<double> spots, coinsHeld;
    double quoteHeld = 0.0;
    std::vector<Leg> legs;
};

Book readBook() {
    Book book;
    const int coins = next<int>();
    for (int coin = 0; coin < coins; ++coin) {
        book.spots.push_back(next<double>());
        book.coinsHeld.push_back(next<double>());
    }
    book.quoteHeld = next<double>();
    book.legs.resize(next<int>());
    for (Leg& leg : book.legs) {
        leg.coin = next<int>();
        leg.type = next<int>() == 1 ? Option::Put : Option::Call;
        leg.strike = next<double>();
        leg.size = next<double>();
        leg.years = next<double>();
        leg.volatility = next<double>();
        leg.rootOfTime = std::sqrt(leg.years);
    }
    return book;
}

/** What is held outright, at these spots. */
double heldValue(const Book& book, const std::vector<double>& spots) {
    return std::inner_product(spots.begin(), spots.end(), book.coinsHeld.begin(), book.quoteHeld);
}

/** One option, by the form that is the quicker for a price alone: BlackCalculator finds the densities too. */
double price(const Leg& leg, double spot, double deviation) {
    return blackFormula(leg.type, leg.strike, spot, deviation);
}

}  // namespace

void bookGreeks() {
    const Book book = readBook();
    report("bookGreeks", static_cast<int>(book.legs.size()), 100, [&] {
        Outcome outcome;
        for (const Leg& leg : book.legs) {
            const double spot = book.spots[leg.coin];
            const BlackCalculator found(leg.type, leg.strike, spot, leg.volatility * leg.rootOfTime);
            outcome.checksum += leg.size * (found.value() + found.delta(spot) + found.gamma(spot) +
                                            found.vega(leg.years) + found.theta(spot, leg.years));
        }
        return outcome;
    });
}

void scenarioGrid() {
    const Book book = readBook();
    const std::vector<double> spotMoves = numbers(next<int>());
    const std::vector<double> volatilityMoves = numbers(next<int>());
    const auto value = [&](double spotMove, double volatilityMove) {
        std::vector<double> spots = book.spots;
        for (double& spot : spots) spot *= 1.0 + spotMove;
        double sum = heldValue(book, spots);
        for (const Leg& leg : book.legs) {
            const double volatility = volatilityMove == 0.0 ? leg.volatility : std::max(0.01, leg.volatility + volatilityMove);
            sum += leg.size * price(leg, spots[leg.coin], volatility * leg.rootOfTime);
        }
        return sum;
    };
    const int cells = static_cast<int>(spotMoves.size() * volatilityMoves.size());
    report("scenarioGrid", cells * static_cast<int>(book.legs.size()), 30, [&] {
        Outcome outcome;
        const double now = value(0.0, 0.0);
        for (const double volatilityMove : volatilityMoves)
            for (const double spotMove : spotMoves) outcome.checksum += value(spotMove, volatilityMove) - now;
        return outcome;
    });
}

void scenarioShortfall() {
    Book book = readBook();
    const int count = next<int>();
    const double elapsed = next<double>();
    const int worst = static_cast<int>(std::lround(next<double>()));
    const int coins = static_cast<int>(book.spots.size());
    std::vector<std::vector<double>> spots, factors;
    for (int coin = 0; coin < coins; ++coin) spots.push_back(numbers(count));
    for (int coin = 0; coin < coins; ++coin) factors.push_back(numbers(count));
    for (Leg& leg : book.legs) leg.rootOfTime = std::sqrt(leg.years - elapsed);
    std::vector<double> totals(count);
    report("scenarioShortfall", count * static_cast<int>(book.legs.size()), 2, [&] {
        Outcome outcome;
        for (int place = 0; place < count; ++place) {
            double sum = book.quoteHeld;
            for (int coin = 0; coin < coins; ++coin) sum += book.coinsHeld[coin] * spots[coin][place];
            for (const Leg& leg : book.legs) {
                const double volatility = std::max(0.01, leg.volatility * factors[leg.coin][place]);
                sum += leg.size * price(leg, spots[leg.coin][place], volatility * leg.rootOfTime);
            }
            totals[place] = sum;
        }
        std::nth_element(totals.begin(), totals.begin() + worst, totals.end());
        outcome.checksum = -std::accumulate(totals.begin(), totals.begin() + worst, 0.0) / worst;
        return outcome;
    });
}
