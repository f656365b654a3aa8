// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IStrategyRouter, Permit} from "../../src/router/IStrategyRouter.sol";
import {TestToken} from "../base/TestToken.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @notice What a `TestAsyncVault` does with a deposit request.
enum Manner {
    Honest,
    TakesLess,
    TakesNothing,
    SendsBack,
    GivesMore,
    Reenters,
    Refuses
}

/// @title TestAsyncVault
/// @notice A vault that only counts requests, and can be told to misbehave. Its shares are a token of its own that anybody may mint.
contract TestAsyncVault is TestToken {
    error TestAsyncVault_Refused();
    error TestAsyncVault_Reentered();

    address public immutable asset;
    Manner public manner;

    mapping(address controller => uint256 assets) public requested;
    mapping(address controller => uint256 shares) public redeemed;

    constructor(address asset_) TestToken("Share", "SHR", 18) {
        asset = asset_;
    }

    function setManner(Manner manner_) external {
        manner = manner_;
    }

    function requestDeposit(uint256 assets, address controller, address owner) external returns (uint256) {
        if (manner == Manner.Refuses) revert TestAsyncVault_Refused();
        if (manner == Manner.Reenters) _reenter(msg.sender, controller);
        uint256 taken = manner == Manner.TakesNothing ? 0 : manner == Manner.TakesLess ? assets - 1 : assets;
        IERC20(asset).transferFrom(owner, address(this), taken);
        if (manner == Manner.SendsBack) IERC20(asset).transfer(owner, taken);
        if (manner == Manner.GivesMore) IERC20(asset).transfer(owner, taken + 1);
        requested[controller] += assets;
        return 0;
    }

    function requestRedeem(uint256 shares, address controller, address owner) external returns (uint256) {
        _spendAllowance(owner, msg.sender, shares);
        _transfer(owner, address(this), shares);
        redeemed[controller] += shares;
        return 0;
    }

    /// @dev Tries to spend what the router holds for the next vault; a guard must stop it, and then this vault gives up.
    function _reenter(address router, address controller) private {
        IERC20(asset).approve(router, type(uint256).max);
        IStrategyRouter(router)
            .depositMany(
                asset, 1, IStrategyRouter(router).allocationOf(controller, asset), controller, Permit(0, 0, 0, 0), false
            );
        revert TestAsyncVault_Reentered();
    }
}
