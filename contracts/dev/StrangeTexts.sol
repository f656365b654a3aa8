// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice How a contract tells its texts: as they were given, a megabyte of them, or not at all.
enum Manner {
    AsGiven,
    Megabyte,
    Silent
}

/// @title StrangeTexts
/// @notice An ERC-20 whose name and symbol anybody chose, for tests on the local chain: everything else of it is OpenZeppelin's.
abstract contract StrangeTexts is ERC20 {
    uint256 private constant MEGABYTE = 1_048_576;
    Manner private immutable _manner;

    error StrangeTexts_Silent();

    constructor(Manner manner_) {
        _manner = manner_;
    }

    function name() public view virtual override returns (string memory) {
        return _told(super.name());
    }

    function symbol() public view virtual override returns (string memory) {
        return _told(super.symbol());
    }

    function _speaks() internal view {
        if (_manner == Manner.Silent) revert StrangeTexts_Silent();
    }

    /// @dev The megabyte repeats the first 32 bytes of the text.
    function _told(string memory text) private view returns (string memory) {
        _speaks();
        if (_manner == Manner.AsGiven) return text;
        bytes memory long = new bytes(MEGABYTE);
        assembly ("memory-safe") {
            let word := mload(add(text, 0x20))
            let end := add(add(long, 0x20), MEGABYTE)
            for { let at := add(long, 0x20) } lt(at, end) { at := add(at, 0x20) } { mstore(at, word) }
        }
        return string(long);
    }
}
