// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Manner, StrangeTexts} from "./StrangeTexts.sol";
import {StrangeToken} from "./StrangeToken.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";

/// @title StrangeVault
/// @notice OpenZeppelin's ERC-4626 vault over a token of its own, both with texts and decimals that nobody should trust. Its
/// creation puts half of the token in and gives shares and the other half away, so that somebody holds them from then on.
contract StrangeVault is ERC4626, StrangeTexts {
    /// @param assets base units that are put in; as many are given to the holder
    constructor(
        string memory name_,
        string memory symbol_,
        Manner manner_,
        uint8 decimals_,
        uint256 assets,
        address holder
    )
        ERC20(name_, symbol_)
        StrangeTexts(manner_)
        ERC4626(new StrangeToken(name_, symbol_, manner_, decimals_, 2 * assets))
    {
        require(StrangeToken(asset()).transfer(holder, assets));
        _mint(holder, assets);
        emit Deposit(holder, holder, assets, assets);
    }

    function name() public view override(ERC20, IERC20Metadata, StrangeTexts) returns (string memory) {
        return StrangeTexts.name();
    }

    function symbol() public view override(ERC20, IERC20Metadata, StrangeTexts) returns (string memory) {
        return StrangeTexts.symbol();
    }

    function decimals() public view override(ERC20, ERC4626) returns (uint8) {
        _speaks();
        return ERC4626.decimals();
    }
}
