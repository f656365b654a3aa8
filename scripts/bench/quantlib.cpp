/**
 * The peer of `npm run bench`: QuantLib on the workloads that the bench hands over, each task timed in this process.
 * In: tasks on standard input, as tokens (see peerInput.ts). Out: a line a task, `name nanosecondsPerItem checksum failures`.
 */
#include "quantlibBench.hpp"
#include "quantlibRisk.hpp"

#include <ql/exercise.hpp>
#include <ql/instruments/vanillaoption.hpp>
#include <ql/experimental/volatility/sviinterpolation.hpp>
#include <ql/math/distributions/normaldistribution.hpp>
#include <ql/math/distributions/poissondistribution.hpp>
#include <ql/math/optimization/levenbergmarquardt.hpp>
#include <ql/math/randomnumbers/inversecumulativerng.hpp>
#include <ql/math/randomnumbers/mt19937uniformrng.hpp>
#include <ql/models/equity/batesmodel.hpp>
#include <ql/models/equity/hestonmodel.hpp>
#include <ql/models/equity/hestonmodelhelper.hpp>
#include <ql/pricingengines/blackcalculator.hpp>
#include <ql/pricingengines/blackformula.hpp>
#include <ql/pricingengines/vanilla/analytichestonengine.hpp>
#include <ql/pricingengines/vanilla/batesengine.hpp>
#include <ql/processes/batesprocess.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/settings.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/termstructures/yield/zerocurve.hpp>
#include <ql/time/calendars/target.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>

#include <cmath>
#include <iostream>
#include <string>
#include <vector>

using namespace QuantLib;

namespace {

struct Option_ {
    double forward, strike, years, volatility, price;
    Option::Type type;
};

std::vector<Option_> options() {
    std::vector<Option_> read(next<int>());
    for (Option_& option : read) {
        option.forward = next<double>();
        option.strike = next<double>();
        option.years = next<double>();
        option.volatility = next<double>();
        option.type = next<int>() == 1 ? Option::Put : Option::Call;
        option.price = next<double>();
    }
    return read;
}

void black() {
    const auto read = options();
    report("black", static_cast<int>(read.size()), 100, [&] {
        Outcome outcome;
        for (const Option_& option : read) {
            const BlackCalculator found(option.type, option.strike, option.forward,
                                        option.volatility * std::sqrt(option.years));
            outcome.checksum += found.value() + found.delta(option.forward) + found.gamma(option.forward) +
                                found.vega(option.years) + found.theta(option.forward, option.years);
        }
        return outcome;
    });
}

void impliedVolatility() {
    const auto read = options();
    report("impliedVolatility", static_cast<int>(read.size()), 100, [&] {
        Outcome outcome;
        for (const Option_& option : read) {
            try {
                outcome.checksum += blackFormulaImpliedStdDev(option.type, option.strike, option.forward, option.price,
                                                              1.0, 0.0, Null<Real>(), 1e-14, 200) /
                                    std::sqrt(option.years);
            } catch (const std::exception&) {
                ++outcome.failures;
            }
        }
        return outcome;
    });
}

Handle<YieldTermStructure> flat(const Date& today, double rate) {
    return Handle<YieldTermStructure>(ext::make_shared<FlatForward>(today, rate, Actual365Fixed()));
}

void heston() {
    const Date today(5, July, 2002);
    Settings::instance().evaluationDate() = today;
    const auto p = numbers(5);
    const double spot = next<double>();
    const int expiries = next<int>();
    const int strikes = next<int>();
    const auto process = ext::make_shared<HestonProcess>(
        flat(today, 0.0), flat(today, 0.0), Handle<Quote>(ext::make_shared<SimpleQuote>(spot)), p[0], p[1], p[2], p[3], p[4]);
    const auto engine = ext::make_shared<AnalyticHestonEngine>(ext::make_shared<HestonModel>(process), Size(64));
    std::vector<ext::shared_ptr<VanillaOption>> read;
    for (int expiry = 0; expiry < expiries; ++expiry) {
        const int days = next<int>();
        for (const double strike : numbers(strikes)) {
            const auto type = strike < spot ? Option::Put : Option::Call;
            read.push_back(ext::make_shared<VanillaOption>(ext::make_shared<PlainVanillaPayoff>(type, strike),
                                                           ext::make_shared<EuropeanExercise>(today + days)));
            read.back()->setPricingEngine(engine);
        }
    }
    report("hestonStrips", 1, 100, [&] {
        Outcome outcome;
        for (const auto& option : read) {
            option->recalculate();
            outcome.checksum += option->NPV();
        }
        return outcome;
    });
}

void svi() {
    struct Slice {
        double years, forward;
        std::vector<double> strikes, volatilities;
    };
    std::vector<Slice> slices(next<int>());
    const int quotes = next<int>();
    for (Slice& slice : slices) {
        slice.years = next<double>();
        slice.forward = next<double>();
        slice.strikes = numbers(quotes);
        slice.volatilities = numbers(quotes);
    }
    report("sviSurface", 1, 100, [&] {
        Outcome outcome;
        for (const Slice& slice : slices) {
            try {
                SviInterpolation fit(slice.strikes.begin(), slice.strikes.end(), slice.volatilities.begin(), slice.years,
                                     slice.forward, Null<Real>(), Null<Real>(), Null<Real>(), Null<Real>(), Null<Real>(),
                                     false, false, false, false, false, false);
                fit.update();
                outcome.checksum += fit(slice.forward);
                if (fit.rmsError() > 0.002) ++outcome.failures;
            } catch (const std::exception&) {
                ++outcome.failures;
            }
        }
        return outcome;
    });
}

struct Chain {
    double spot = 0.0;
    std::vector<int> days;
    std::vector<double> rates, strikes;
    std::vector<std::vector<double>> volatilities;
};

Chain chain() {
    Chain read;
    read.spot = next<double>();
    const int expiries = next<int>();
    const int strikes = next<int>();
    for (int expiry = 0; expiry < expiries; ++expiry) read.days.push_back(next<int>());
    read.rates = numbers(expiries);
    read.strikes = numbers(strikes);
    for (int strike = 0; strike < strikes; ++strike) read.volatilities.push_back(numbers(expiries));
    return read;
}

struct Calibration {
    Handle<YieldTermStructure> rate, dividend;
    Handle<Quote> spot;
    std::vector<ext::shared_ptr<CalibrationHelper>> helpers;
};

/** The published set-up: maturities in whole weeks on the TARGET calendar, errors in implied volatility. */
Calibration calibrationOf(const Chain& read) {
    const Date today(5, July, 2002);
    Settings::instance().evaluationDate() = today;
    std::vector<Date> dates{today};
    std::vector<Rate> rates{read.rates.front()};
    for (Size expiry = 0; expiry < read.days.size(); ++expiry) {
        dates.push_back(today + read.days[expiry]);
        rates.push_back(read.rates[expiry]);
    }
    Calibration made;
    made.rate = Handle<YieldTermStructure>(ext::make_shared<ZeroCurve>(dates, rates, Actual365Fixed()));
    made.dividend = flat(today, 0.0);
    made.spot = Handle<Quote>(ext::make_shared<SimpleQuote>(read.spot));
    for (Size strike = 0; strike < read.strikes.size(); ++strike)
        for (Size expiry = 0; expiry < read.days.size(); ++expiry) {
            const Handle<Quote> quote(ext::make_shared<SimpleQuote>(read.volatilities[strike][expiry]));
            const Period maturity((read.days[expiry] + 3) / 7, Weeks);
            made.helpers.push_back(ext::make_shared<HestonModelHelper>(maturity, TARGET(), read.spot,
                                                                       read.strikes[strike], quote, made.rate,
                                                                       made.dividend,
                                                                       BlackCalibrationHelper::ImpliedVolError));
        }
    return made;
}

template <class Model>
double fitted(const Calibration& calibration, const ext::shared_ptr<Model>& model,
              const ext::shared_ptr<PricingEngine>& engine) {
    for (const auto& helper : calibration.helpers)
        ext::dynamic_pointer_cast<BlackCalibrationHelper>(helper)->setPricingEngine(engine);
    LevenbergMarquardt method(1e-8, 1e-8, 1e-8);
    model->calibrate(calibration.helpers, method, EndCriteria(400, 40, 1e-8, 1e-8, 1e-8));
    double sum = 0.0;
    for (const auto& helper : calibration.helpers) sum += std::pow(100.0 * helper->calibrationError(), 2);
    return sum;
}

void calibrateHeston() {
    const Chain read = chain();
    const auto calibration = calibrationOf(read);
    report("hestonCalibration", 1, 5, [&] {
        const auto process = ext::make_shared<HestonProcess>(calibration.rate, calibration.dividend, calibration.spot, 0.1,
                                                             1.0, 0.1, 0.5, -0.5);
        const auto model = ext::make_shared<HestonModel>(process);
        return Outcome{fitted(calibration, model, ext::make_shared<AnalyticHestonEngine>(model, Size(64))), 0};
    });
}

void calibrateBates() {
    const Chain read = chain();
    const auto calibration = calibrationOf(read);
    report("batesCalibration", 1, 3, [&] {
        const auto process = ext::make_shared<BatesProcess>(calibration.rate, calibration.dividend, calibration.spot,
                                                            0.0433, 1.0, 0.0433, 1.0, 0.0, 1.1098, -0.1285, 0.1702);
        const auto model = ext::make_shared<BatesModel>(process);
        return Outcome{fitted(calibration, model, ext::make_shared<BatesEngine>(model, Size(64))), 0};
    });
}

using Normals = InverseCumulativeRng<MersenneTwisterUniformRng, InverseCumulativeNormal>;

/** Its Merton76Process cannot evolve, so: Black's process, and jumps from its own generators. VaR and ES at 99 % by selection, as ours. */
void mertonPaths() {
    const Date today(5, July, 2002);
    Settings::instance().evaluationDate() = today;
    const int paths = next<int>();
    const double years = next<double>() / 365.0;
    const auto p = numbers(4);
    const Handle<BlackVolTermStructure> volatility(
        ext::make_shared<BlackConstantVol>(today, TARGET(), p[0], Actual365Fixed()));
    const BlackScholesMertonProcess process(Handle<Quote>(ext::make_shared<SimpleQuote>(1.0)), flat(today, 0.0),
                                            flat(today, 0.0), volatility);
    const InverseCumulativePoisson jumps(p[1] * years);
    const double drift = -p[1] * years * std::expm1(p[2] + 0.5 * p[3] * p[3]);
    const int tail = paths / 100;
    std::vector<double> changes(paths);
    report("mertonPaths", paths, 2, [&] {
        const MersenneTwisterUniformRng uniforms(42);
        const Normals normals(MersenneTwisterUniformRng(43));
        for (double& change : changes) {
            const double diffused = process.evolve(0.0, 1.0, years, normals.next().value);
            const double count = jumps(uniforms.nextReal());
            double jump = drift;
            if (count > 0.0) jump += count * p[2] + std::sqrt(count) * p[3] * normals.next().value;
            change = diffused * std::exp(jump) - 1.0;
        }
        std::nth_element(changes.begin(), changes.begin() + tail, changes.end());
        double beyond = 0.0;
        for (int place = 0; place < tail; ++place) beyond += changes[place];
        return Outcome{-changes[tail] - beyond / tail, 0};
    });
}

/** A step a day by its own quadratic-exponential scheme, with the martingale correction. */
void batesPaths() {
    const Date today(5, July, 2002);
    Settings::instance().evaluationDate() = today;
    const int paths = next<int>();
    const int steps = next<int>();
    const auto p = numbers(8);
    const BatesProcess process(flat(today, 0.0), flat(today, 0.0), Handle<Quote>(ext::make_shared<SimpleQuote>(1.0)), p[0],
                               p[1], p[2], p[3], p[4], p[5], p[6], p[7],
                               HestonProcess::QuadraticExponentialMartingale);
    const double day = 1.0 / 365.0;
    report("batesPaths", paths, 2, [&] {
        const Normals normals(MersenneTwisterUniformRng(42));
        Outcome outcome;
        Array shocks(process.factors());
        for (int path = 0; path < paths; ++path) {
            Array state = process.initialValues();
            for (int step = 0; step < steps; ++step) {
                for (double& shock : shocks) shock = normals.next().value;
                state = process.evolve(step * day, state, day, shocks);
            }
            outcome.checksum += std::fabs(state[0] - 1.0) / paths;
        }
        return outcome;
    });
}

}  // namespace

int main() {
    try {
        for (std::string task; std::cin >> task;) {
            if (task == "black") black();
            else if (task == "impliedVolatility") impliedVolatility();
            else if (task == "hestonStrips") heston();
            else if (task == "sviSurface") svi();
            else if (task == "hestonCalibration") calibrateHeston();
            else if (task == "batesCalibration") calibrateBates();
            else if (task == "mertonPaths") mertonPaths();
            else if (task == "batesPaths") batesPaths();
            else if (task == "bookGreeks") bookGreeks();
            else if (task == "scenarioGrid") scenarioGrid();
            else if (task == "scenarioShortfall") scenarioShortfall();
            else throw std::runtime_error("unknown task " + task);
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
