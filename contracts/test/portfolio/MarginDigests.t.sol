// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MarginMath, MarginPosition, SettlementUnit} from "../../src/clearing/MarginMath.sol";
import {PortfolioMath, Scenario} from "../../src/portfolio/PortfolioMath.sol";
import {BallastTest} from "../base/BallastTest.sol";
import {MarginMathCaller} from "../clearing/MarginMathCaller.sol";

/// @notice A hundred thousand portfolios, made from hashes here and in scripts/portfolioVectors, answered here by the contracts and there by lib/products: of
/// each thousand the hash of all answers must be the same.
contract MarginDigestsTest is BallastTest {
    uint256 private constant FEWEST_CASES = 100_000;

    MarginMathCaller private immutable math = new MarginMathCaller();

    struct Case {
        MarginPosition[] legs;
        SettlementUnit unit;
        Scenario scenario;
        uint256 price;
    }

    function test_Digests_OfAHundredThousandCases_AgreeWithTypeScript() external {
        string memory json = vm.readFile("test/vectors/digests.json");
        uint256 cases = vm.parseJsonUintArray(json, ".cases")[0];
        uint256[] memory digests = vm.parseJsonUintArray(json, ".digest");
        assertGe(cases * digests.length, FEWEST_CASES, "too few cases");
        vm.pauseGasMetering();
        for (uint256 chunk; chunk < digests.length; ++chunk) {
            // A call of its own, so that its memory is let go.
            uint256 digest = uint256(this.digestOf(chunk * cases, cases));
            assertEq(digest, digests[chunk], string.concat("cases from ", vm.toString(chunk * cases)));
        }
        vm.resumeGasMetering();
    }

    function digestOf(uint256 first, uint256 cases) external view returns (bytes32 digest) {
        for (uint256 number = first; number < first + cases; ++number) {
            Case memory one = _case(number);
            digest = keccak256(
                abi.encode(
                    digest,
                    _full(one),
                    PortfolioMath.requirementUp(one.legs, one.unit, one.scenario),
                    MarginMath.netPayoffDown(one.legs, one.price, one.unit)
                )
            );
        }
    }

    /// @dev The greatest number where full mode refuses.
    function _full(Case memory one) private view returns (uint256) {
        try math.requiredCollateralUp(one.legs, one.unit) returns (uint256 required) {
            return required;
        } catch {
            return type(uint256).max;
        }
    }

    function _case(uint256 number) private pure returns (Case memory one) {
        uint256 word = _hash(number, 0);
        one.legs = new MarginPosition[](1 + (word & 7));
        one.unit.inUnderlying = (word >> 3) & 1 == 1;
        uint256 kind = ((word >> 4) & 15) % 3;
        one.unit.decimals = kind == 0 ? 6 : kind == 1 ? 8 : 18;
        for (uint256 i; i < one.legs.length; ++i) {
            one.legs[i] = _leg(_hash(number, i + 1));
        }
        if ((word >> 8) & 1 == 1) (one.legs[0].isPut, one.legs[0].size) = (one.unit.inUnderlying, 1e22);
        one.scenario = Scenario(
            _magnitude(word >> 16),
            1 + ((word >> 80) & 0xffff) % 9_900,
            1 + ((word >> 96) & 0xffff) % 50_000,
            1 + ((word >> 112) & 0xffff) % 10_000
        );
        one.price = _magnitude(word >> 128);
    }

    function _leg(uint256 word) private pure returns (MarginPosition memory) {
        int256 size = int256(1 + ((word >> 64) & type(uint96).max) % 10 ** (7 + ((word >> 160) & 15)));
        return MarginPosition(_magnitude(word >> 2), word & 1 == 1, word & 2 == 2 ? size : -size);
    }

    /// @dev From 1 to 2^48, every order of magnitude as often: the lowest five bits say how many of the next 48 count.
    function _magnitude(uint256 word) private pure returns (uint256) {
        return 1 + ((word >> 5) & ((1 << (17 + (word & 31))) - 1));
    }

    function _hash(uint256 number, uint256 part) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(number, part)));
    }
}
