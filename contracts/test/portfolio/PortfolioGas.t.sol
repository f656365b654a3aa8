// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Account} from "../../src/clearing/IClearinghouse.sol";
import {PortfolioBase} from "./PortfolioBase.sol";

/// @dev Gas of margin checks with as many legs as an account may hold, of slices and settlements, written to snapshots/Portfolio.json. Every contract is
/// cold when its call is measured, as it is in a transaction of its own.
contract PortfolioGasTest is PortfolioBase {
    string private constant GROUP = "Portfolio";

    uint256 private first;
    Account private account;
    Account private taker;

    function setUp() public override {
        super.setUp();
        (account, taker) = (_usd(alice), _usd(bob));
        _open(account, 100_000e6);
        _open(taker, 100_000e6);
    }

    /// @dev Four short puts and four long ones, which others wrote.
    function test_gas_fullMode_8Legs() external {
        Account memory full = _usd(alice);
        _put(1300e8);
        _deposit(full, 100_000e6);
        _deposit(_usd(carol), 100_000e6);
        for (uint256 i; i < 4; ++i) {
            _write(full, _put(1700e8 + i * 100e8), 1e18, bob);
            uint256 wing = _put(1300e8 + i * 100e8);
            _write(_usd(carol), wing, 1e18, alice);
            vm.prank(alice);
            house.depositLong(full, wing, 1e18);
        }
        _cool();
        house.requiredCollateral(full);
        vm.snapshotGasLastCall(GROUP, "requiredCollateral, full mode, 8 legs");
        _cool();
        vm.prank(alice);
        house.withdrawCollateral(full, 1, alice);
        vm.snapshotGasLastCall(GROUP, "withdrawCollateral, full mode, 8 legs");
    }

    function test_gas_margin() external {
        uint256 id = _pfPut(1800e8);
        _cool();
        vm.prank(alice);
        portfolio.write(account, _one(id, 1e18), 100e6, carol);
        vm.snapshotGasLastCall(GROUP, "write, first leg");
        _eightLegs();
        assertEq(_legCount(account), 8);
        _cool();
        portfolio.healthOf(account);
        vm.snapshotGasLastCall(GROUP, "healthOf (both requirements), 8 legs");
        _cool();
        vm.prank(alice);
        portfolio.withdrawCollateral(account, 1, alice);
        vm.snapshotGasLastCall(GROUP, "withdrawCollateral, 8 legs");
        _cool();
        vm.prank(alice);
        portfolio.write(account, _one(id, 1e18), 100e6, carol);
        vm.snapshotGasLastCall(GROUP, "write, 8 legs");
        _cool();
        vm.prank(bob);
        portfolio.depositCollateral(account, 1);
        vm.snapshotGasLastCall(GROUP, "depositCollateral");
    }

    function test_gas_liquidationAndSettlement() external {
        _sell(account, _pfPut(1800e8), 1e18, carol);
        _eightLegs();
        uint256 free = _health(account).collateral - _health(account).initial;
        vm.prank(alice);
        portfolio.withdrawCollateral(account, free, alice);
        _spot(1100e8);
        _cool();
        portfolio.startLiquidation(account);
        vm.snapshotGasLastCall(GROUP, "startLiquidation, 8 legs");
        vm.warp(START + 50 minutes);
        _cool();
        _liquidate(account, taker, 2_000);
        vm.snapshotGasLastCall(GROUP, "liquidate, 8 legs into an empty account");
        _finalPrice(1700e8);
        Account[] memory both = new Account[](2);
        (both[0], both[1]) = (account, taker);
        _cool();
        _settleAll(both);
        vm.snapshotGasLastCall(GROUP, "settleAccounts, 2 of 8 legs");
        _cool();
        vm.prank(carol);
        portfolio.exercise(first, 1e18, carol);
        vm.snapshotGasLastCall(GROUP, "exercise");
    }

    /// @dev Six short puts and calls and a fully backed put beside the one that is there.
    function _eightLegs() private {
        first = _pfPut(1400e8);
        _sell(account, first, 1e18, carol);
        for (uint256 i; i < 5; ++i) {
            _sell(account, i % 2 == 0 ? _pfCall(2100e8 + i * 100e8) : _pfPut(1550e8 + i * 100e8), 1e18, carol);
        }
        _holdLong(account, _put(1200e8), 1e18);
    }

    function _legCount(Account memory one) private view returns (uint256) {
        (uint256[] memory ids,) = portfolio.positionsOf(one);
        return ids.length;
    }

    function _cool() private {
        vm.cool(address(portfolio));
        vm.cool(address(bounds));
        vm.cool(address(house));
        vm.cool(address(oracle));
        vm.cool(address(feed));
        vm.cool(address(usd));
    }
}
