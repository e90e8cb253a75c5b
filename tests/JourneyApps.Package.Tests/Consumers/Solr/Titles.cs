namespace Solr;

public static class Titles
{
    public static string? Of(Job job) => job.Title;
}
