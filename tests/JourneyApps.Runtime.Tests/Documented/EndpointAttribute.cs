namespace JourneyApps.Runtime.Tests.Documented;

/// <summary>Says which row of <see cref="Endpoints.Table"/> a test calls.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class EndpointAttribute(string number) : Attribute
{
    public string Number { get; } = number;
}
