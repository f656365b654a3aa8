// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestToken} from "../base/TestToken.sol";

/// @title NaiveClearinghouse
/// @notice One option settled in one token, built the way that was robbed: it burns once for many payments, pushes payouts to everyone in turn,
/// and pays before it writes down. Only for tests.
contract NaiveClearinghouse {
    TestToken private immutable asset;
    address[] private holders;
    uint256 public valuePerOption;

    mapping(address writer => uint256 assets) public collateralOf;
    mapping(address holder => uint256 size) public longOf;
    mapping(address owner => uint256 assets) public claimOf;

    constructor(TestToken asset_) {
        asset = asset_;
    }

    function write(uint256 size, uint256 collateral, address holder) external {
        asset.transferFrom(msg.sender, address(this), collateral);
        collateralOf[msg.sender] += collateral;
        longOf[holder] += size;
        holders.push(holder);
    }

    function settle(uint256 value) external {
        valuePerOption = value;
    }

    /// @dev The options are checked before the loop and burned after it: every writer pays for the same ones.
    function exercise(uint256 size, address[] calldata writers) external {
        require(longOf[msg.sender] >= size, "not held");
        uint256 value = size * valuePerOption / 1e18;
        for (uint256 i; i < writers.length; ++i) {
            collateralOf[writers[i]] -= value;
            asset.transfer(msg.sender, value);
        }
        longOf[msg.sender] -= size;
    }

    /// @dev One holder whom the token refuses stops all.
    function payEveryone() external {
        for (uint256 i; i < holders.length; ++i) {
            asset.transfer(holders[i], longOf[holders[i]] * valuePerOption / 1e18);
            longOf[holders[i]] = 0;
        }
    }

    function credit(address owner) external {
        claimOf[owner] += collateralOf[owner];
        collateralOf[owner] = 0;
    }

    /// @dev Pays first.
    function withdrawClaim() external {
        asset.transfer(msg.sender, claimOf[msg.sender]);
        claimOf[msg.sender] = 0;
    }
}
