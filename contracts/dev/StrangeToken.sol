// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Manner, StrangeTexts} from "./StrangeTexts.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title StrangeToken
/// @notice A token for the local chain with texts and decimals that nobody should trust. It moves as any other.
contract StrangeToken is StrangeTexts {
    uint8 private immutable _decimals;

    /// @param supply base units, all of the creator
    constructor(string memory name_, string memory symbol_, Manner manner_, uint8 decimals_, uint256 supply)
        ERC20(name_, symbol_)
        StrangeTexts(manner_)
    {
        _decimals = decimals_;
        _mint(msg.sender, supply);
    }

    function decimals() public view override returns (uint8) {
        _speaks();
        return _decimals;
    }
}
