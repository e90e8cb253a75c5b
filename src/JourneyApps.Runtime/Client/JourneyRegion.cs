namespace JourneyApps;

/// <summary>The regions of legacy base addresses (deployments created before 31 January 2023).</summary>
public enum JourneyRegion
{
    /// <summary>United States (<c>-us</c>).</summary>
    UnitedStates,

    /// <summary>Europe (<c>-eu</c>).</summary>
    Europe,

    /// <summary>Australia (<c>-au</c>).</summary>
    Australia,

    /// <summary>South Africa (no suffix; deprecated by the platform).</summary>
    SouthAfrica,
}
