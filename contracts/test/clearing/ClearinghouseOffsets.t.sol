// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {ClearinghouseBase} from "./ClearinghouseBase.sol";

/// @notice Long and short of one owner: of one series they cancel, of two the worst case of both is what is asked, and what is freed can be taken out at once.
contract ClearinghouseOffsetsTest is ClearinghouseBase {
    /// @dev Short puts at one strike, long puts at another: the worst price is zero or the lower strike, wherever the rest of the shorts bites harder.
    function testFuzz_LongOffset_IsExactlyTheWorstCase(uint256 short, uint256 long, uint256 strike, uint256 wing)
        external
    {
        short = bound(short, 1, 100e18);
        long = bound(long, 1, 100e18);
        strike = bound(strike, 1e8, 5000e8);
        wing = bound(wing, 1e8, 5000e8);
        if (strike == wing) ++wing;
        uint256 id = _put(wing);
        Account memory account = _usd(alice);
        _deposit(account, 1_000_000e6);
        _write(account, _put(strike), short, bob);
        _deposit(_usd(carol), 1_000_000e6);
        _write(_usd(carol), id, long, alice);
        uint256 alone = house.requiredCollateral(account);
        assertEq(alone, _up(short * strike));
        vm.prank(alice);
        house.depositLong(account, id, long);
        uint256 atZero = long * wing < short * strike ? short * strike - long * wing : 0;
        uint256 atWing = wing < strike ? short * (strike - wing) : 0;
        assertEq(house.requiredCollateral(account), _up(atZero > atWing ? atZero : atWing));
        vm.startPrank(alice);
        house.withdrawCollateral(account, 1_000_000e6 - house.requiredCollateral(account), alice);
        vm.stopPrank();
        assertEq(house.collateralOf(account), house.requiredCollateral(account), "all that is freed can be taken out");
    }

    /// @dev Burning a part leaves what writing the rest would have asked for; burning all leaves nothing.
    function testFuzz_Burn_FreesExactlyItsPart(uint256 size, uint256 part, uint256 strike) external {
        size = bound(size, 1, 100e18);
        part = bound(part, 1, size);
        strike = bound(strike, 1, 5000e8);
        uint256 id = _put(strike);
        Account memory account = _usd(alice);
        _deposit(account, 1_000_000e6);
        _write(account, id, size, alice);
        vm.prank(alice);
        house.burn(account, id, part);
        assertEq(house.requiredCollateral(account), _up((size - part) * strike));
        assertEq(house.totalSupply(id), size - part);
        _assertBalanced(id);
        vm.startPrank(alice);
        if (part < size) house.burn(account, id, size - part);
        house.withdrawCollateral(account, 1_000_000e6, alice);
        vm.stopPrank();
        assertEq(house.totalHeld(address(usd)), 0, "all of it is free");
        assertEq(house.totalSupply(id), 0);
    }

    /// @dev 26 decimals to the dollar's 6, rounded up.
    function _up(uint256 value) private pure returns (uint256) {
        return (value + 1e20 - 1) / 1e20;
    }
}
