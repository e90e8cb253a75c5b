namespace JobsApi;

/// <summary>Prints the result of each check and counts failures.</summary>
internal sealed class Checks
{
    private int _made;

    public int Failed { get; private set; }

    public void That(string what, bool holds)
    {
        _made++;
        if (!holds) Failed++;
        Console.WriteLine($"{(holds ? "ok    " : "FAILED")}  {what}");
    }

    public void Sum() => Console.WriteLine($"{_made} checks, {Failed} failed");
}
