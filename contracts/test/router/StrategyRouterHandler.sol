// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {WETH9} from "../../dev/WETH9.sol";
import {Allocation, Permit, Redemption} from "../../src/router/IStrategyRouter.sol";
import {StrategyRouter} from "../../src/router/StrategyRouter.sol";
import {TestToken} from "../base/TestToken.sol";
import {VM_ADDRESS, Vm} from "../base/Vm.sol";
import {Manner, TestAsyncVault} from "./TestAsyncVault.sol";

/// @dev Users and gifts, vaults and a token that sometimes misbehave. Knows what was given to the router by mistake.
contract StrategyRouterHandler {
    Vm private constant vm = Vm(VM_ADDRESS);

    StrategyRouter private immutable ROUTER;
    TestToken private immutable USD;
    WETH9 private immutable WETH;
    TestAsyncVault[] private vaults;

    uint256 public usdGiven;
    uint256 public wethGiven;
    uint256 public sharesGiven;
    uint256 public deposits;
    uint256 public redemptions;

    constructor(StrategyRouter router, TestToken usd, WETH9 weth, TestAsyncVault[] memory vaults_) {
        (ROUTER, USD, WETH) = (router, usd, weth);
        vaults = vaults_;
    }

    function depositEth(uint256 assets) external {
        assets = assets % 10 ether;
        vm.deal(address(this), assets);
        ROUTER.depositEth{value: assets}(address(vaults[0]), address(this));
        deposits += 1;
    }

    function depositMany(uint256 assets, uint16 weight, bool store) external {
        assets = assets % 1_000_000e6;
        USD.mint(address(this), assets);
        USD.approve(address(ROUTER), assets);
        Allocation[] memory list = new Allocation[](2);
        list[0] = Allocation(address(vaults[1]), weight % 10_001);
        list[1] = Allocation(address(vaults[2]), 10_000 - weight % 10_001);
        ROUTER.depositMany(address(USD), assets, list, address(this), Permit(0, 0, 0, 0), store);
        deposits += 1;
    }

    function redeemMany(uint256 which, uint256 shares) external {
        TestAsyncVault vault = vaults[which % vaults.length];
        shares = shares % 100e18;
        vault.mint(address(this), shares);
        vault.approve(address(ROUTER), shares);
        Redemption[] memory list = new Redemption[](1);
        list[0] = Redemption(address(vault), shares, Permit(0, 0, 0, 0));
        ROUTER.redeemMany(list, address(this));
        redemptions += 1;
    }

    function setManner(uint256 which, uint8 manner) external {
        TestAsyncVault vault = vaults[which % vaults.length];
        vault.setManner(manner % 3 == 0 ? Manner(manner % 7) : Manner.Honest);
        TestToken asset = TestToken(vault.asset());
        if (address(asset) == address(USD)) USD.mint(address(vault), 100);
    }

    function setFee(uint8 fee) external {
        USD.setFeeBps(fee % 5 == 0 ? fee : 0);
    }

    function give(uint256 assets) external {
        assets = assets % 1000e6;
        USD.mint(address(ROUTER), assets);
        usdGiven += assets;
        vm.deal(address(this), assets);
        WETH.deposit{value: assets}();
        WETH.transfer(address(ROUTER), assets);
        wethGiven += assets;
        vaults[1].mint(address(ROUTER), assets);
        sharesGiven += assets;
    }
}
